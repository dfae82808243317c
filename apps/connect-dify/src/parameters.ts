import { Misuse } from './misuse.ts';
import { refuseMore } from './refuse-more.ts';

/** What a person may write, in the shell's spelling; PowerShell's (`-AuthMethod`) is the same without dashes, in any case. */
const PARAMETERS = {
  server: 'text',
  'auth-method': 'text',
  email: 'text',
  token: 'text',
  code: 'text',
  password: 'text',
  'access-token': 'text',
  'csrf-token': 'text',
  name: 'text',
  role: 'text',
  language: 'text',
  export: 'text',
  force: 'switch',
  insecure: 'switch',
  json: 'switch',
  help: 'switch',
} as const;

type Name = keyof typeof PARAMETERS;
type TextName = { [N in Name]: (typeof PARAMETERS)[N] extends 'text' ? N : never }[Name];
type SwitchName = Exclude<Name, TextName>;

export interface Parameters {
  text(name: TextName): string | undefined;
  isOn(name: SwitchName): boolean;
  /** What is no parameter, in order. */
  readonly words: readonly string[];
}

/**
 * Reads a command line in either spelling: `--auth-method code`, `--auth-method=code`, `-AuthMethod Code`,
 * `-authmethod:Code`. What follows `--` is words.
 *
 * @throws {Misuse}
 */
export function readParameters(args: readonly string[]): Parameters {
  const texts = new Map<Name, string>();
  const switches = new Set<Name>();
  const words: string[] = [];
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (arg === '--') words.push(...left.splice(0));
    else if (/^--?[a-z]/i.test(arg)) readParameter(arg);
    else words.push(arg);
  }
  return { text: (name) => texts.get(name), isOn: (name) => switches.has(name), words };

  function readParameter(arg: string): void {
    const [, spelled = '', inline] = /^--?([a-z-]+)(?:[=:](.*))?$/is.exec(arg) ?? [];
    const written = arg.split(/[=:]/)[0];
    const name = findName(spelled);
    if (name === undefined) throw new Misuse(`There is no parameter ${written}.`);
    if (PARAMETERS[name] === 'text') {
      const value = inline ?? left.shift();
      if (value === undefined) throw new Misuse(`${written} needs a value.`);
      if (inline === undefined && isParameter(value)) {
        throw new Misuse(`${written} needs a value. One that looks like a parameter goes behind an equals sign.`);
      }
      texts.set(name, value);
    } else if (inline === undefined || /^\$?true$/i.test(inline)) switches.add(name);
    else if (!/^\$?false$/i.test(inline)) throw new Misuse(`${written} takes no value.`);
  }
}

/**
 * Takes words for the parameters that were not named, in their order, as PowerShell does.
 *
 * @throws {Misuse} for a word that is left over
 */
export function bindPositions(parameters: Parameters, positions: readonly TextName[]): Parameters {
  const unnamed = positions.filter((name) => parameters.text(name) === undefined);
  refuseMore(parameters.words.slice(unnamed.length));
  return {
    ...parameters,
    text: (name) => parameters.text(name) ?? parameters.words[unnamed.indexOf(name)],
    words: [],
  };
}

function isParameter(arg: string): boolean {
  return findName(/^--?([a-z-]+)(?:[=:]|$)/i.exec(arg)?.[1] ?? '') !== undefined;
}

function findName(spelled: string): Name | undefined {
  if (spelled === 'h') return 'help';
  const plain = (text: string) => text.toLowerCase().replaceAll('-', '');
  // A boundary: the keys of a literal are its names.
  const names = Object.keys(PARAMETERS) as Name[];
  return names.find((name) => plain(name) === plain(spelled));
}
