import { Failure } from '../failure.ts';
import { PlainExit } from '../plain-exit.ts';
import type { Declaration } from './command.ts';
import type { Flag, Flags, FlagValues } from './flag.ts';

interface Parsed<F extends Flags> {
  readonly options: FlagValues<F>;
  readonly args: readonly string[];
}

/**
 * Reads the words after a command's name. `--flag value` and `--flag=value`; a value that starts with a hyphen needs
 * the `=`; `--` ends the flags; the last of repeated flags counts; surplus arguments are left to the command.
 *
 * @throws {PlainExit} for words that make no sense
 * @throws {Failure} `illegal_argument` for a value outside of a flag's options
 */
export function parseWords<F extends Flags>(declaration: Declaration<F>, words: readonly string[]): Parsed<F> {
  const values: Record<string, unknown> = {};
  for (const [name, flag] of Object.entries(declaration.flags)) values[name] = defaultOf(flag);
  const args: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      args.push(...rest.splice(0));
    } else if (!isFlag(word)) {
      args.push(word);
    } else {
      const { typed, value } = split(word);
      const [name, flag] = find(declaration.flags, typed);
      values[name] = read(flag, name, value ?? following(flag, typed, rest));
    }
  }
  for (const [index, argument] of (declaration.args ?? []).entries()) {
    if (argument.required && args[index] === undefined) {
      throw new PlainExit(`missing required argument: ${argument.name}`);
    }
  }
  return { options: values as FlagValues<F>, args };
}

/** `--name`, `-n` and either with `=value`; a longer word behind one hyphen is an argument. */
function isFlag(word: string): boolean {
  return /^--./.test(word) || /^-[^-](=|$)/.test(word);
}

function split(word: string): { typed: string; value: string | undefined } {
  const equals = word.indexOf('=');
  return equals < 0
    ? { typed: word, value: undefined }
    : { typed: word.slice(0, equals), value: word.slice(equals + 1) };
}

function find(flags: Flags, typed: string): [string, Flag] {
  const found = Object.entries(flags).find(([name, { char }]) =>
    typed.startsWith('--') ? typed === `--${name}` : typed === `-${char}`,
  );
  if (found === undefined) throw new PlainExit(`unknown flag: ${typed}`);
  return found;
}

function following(flag: Flag, typed: string, rest: string[]): string {
  if (flag.type === 'boolean') return 'true';
  const next = rest[0];
  if (next === undefined || next.startsWith('-')) throw new PlainExit(`flag ${typed} expects a value`);
  rest.shift();
  return next;
}

function read(flag: Flag, name: string, value: string): unknown {
  if (flag.type === 'boolean') return readBoolean(value);
  if (flag.type === 'integer') return readInteger(value);
  if (flag.options !== undefined && !flag.options.includes(value)) {
    const both = flag.char === undefined ? `--${name}` : `--${name} / -${flag.char}`;
    throw new Failure('illegal_argument', `illegal value ${value} for flag ${both}`, {
      hint: `supported value: ${flag.options.join(', ')}`,
    });
  }
  return value;
}

function readBoolean(value: string): boolean {
  if (value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0') return false;
  throw new PlainExit(`expected boolean, got "${value}"`);
}

function readInteger(value: string): number {
  if (!/^-?\d{1,15}$/.test(value)) throw new PlainExit(`expected integer, got "${value}"`);
  return Number(value);
}

function defaultOf(flag: Flag): unknown {
  if (flag.type === 'boolean') return false;
  return flag.type === 'integer' ? flag.default : undefined;
}
