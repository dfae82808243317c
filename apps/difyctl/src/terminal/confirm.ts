import type { Shell } from '../shell.ts';

/** Asks a person a yes-or-no question; anything but yes is no. */
export async function confirm({ err, input }: Shell, question: string): Promise<boolean> {
  err.write(`${question} [y/N] `);
  const answer = await input.readLine();
  if (answer === undefined) err.write('\n');
  return /^\s*y(es)?\s*$/i.test(answer ?? '');
}
