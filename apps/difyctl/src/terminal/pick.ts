import { Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';
import { paintFor } from './paint.ts';
import { printable } from './printable.ts';

export interface Choice<Value> {
  readonly label: string;
  readonly value: Value;
}

const UP = ['\u001b[A', '\u001bOA', 'k'];
const DOWN = ['\u001b[B', '\u001bOB', 'j'];
const ENTER = ['\r', '\n'];
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
const CANCEL = ['\u001b', '\u0003', '\u0004'];

/**
 * Lets a person at a terminal choose with the arrow keys, or k and j, and Enter.
 *
 * @throws {Failure} `usage_missing_arg` on Esc or ctrl-C
 */
export async function pick<Value>(shell: Shell, header: string, choices: readonly Choice<Value>[]): Promise<Value> {
  const { err, input } = shell;
  let at = 0;
  const keys = input.keys(); // Before anything is shown: who answers at once is heard.
  err.write(`${header}\n${HIDE_CURSOR}${drawing(shell, choices, at)}`);
  const erase = () => err.write(`\u001b[${choices.length + 1}A\r\u001b[J${SHOW_CURSOR}`);
  for await (const key of keys) {
    if (UP.includes(key)) at = (at + choices.length - 1) % choices.length;
    if (DOWN.includes(key)) at = (at + 1) % choices.length;
    const chosen = choices[at];
    if (ENTER.includes(key) && chosen !== undefined) {
      erase();
      return chosen.value;
    }
    if (CANCEL.includes(key)) break;
    err.write(`\u001b[${choices.length}A\r${drawing(shell, choices, at)}`);
  }
  erase();
  throw new Failure('usage_missing_arg', 'selection cancelled');
}

function drawing<Value>(shell: Shell, choices: readonly Choice<Value>[], at: number): string {
  const { cyan } = paintFor(shell, shell.err);
  return choices
    .map(({ label }, index) => (index === at ? `${cyan('❯')} ${cyan(printable(label))}` : `  ${printable(label)}`))
    .map((line) => `\u001b[2K${line}\n`)
    .join('');
}
