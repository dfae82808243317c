import type { Shell } from '../shell.ts';

/** Whether a person can be asked: they type on standard input and see standard error. */
export function isInteractive({ input, err }: Pick<Shell, 'input' | 'err'>): boolean {
  return input.isTerminal && err.isTerminal;
}
