import type { Shell } from '../shell.ts';
import { paintFor } from './paint.ts';

const FRAMES = ['Dify', 'dIfy', 'diFy', 'difY'];
const FRAME_MS = 140;
const CLEAR_LINE = '\r\u001b[2K';
const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';

/** Work that may say a line on standard error. */
type Work<Result> = (say: (line: string) => void) => Promise<Result>;

/** Shows on a terminal that `work` is under way; elsewhere, or with -v or DIFY_NO_PROGRESS, it only works. */
export async function withSpinner<Result>(shell: Shell, label: string, work: Work<Result>): Promise<Result> {
  const { err, clock } = shell;
  if (!showsProgress(shell)) return work((line) => err.write(`${line}\n`));
  const { blue } = paintFor(shell, err);
  let frame = 0;
  const draw = () => {
    err.write(`${CLEAR_LINE}${blue(FRAMES[frame % FRAMES.length] ?? '')} ${label}`);
    frame += 1;
  };
  const erase = () => err.write(`${CLEAR_LINE}${SHOW_CURSOR}`);
  const forget = shell.onInterrupt(erase);
  err.write(HIDE_CURSOR);
  draw();
  const stop = clock.repeat(FRAME_MS, draw);
  try {
    return await work((line) => err.write(`${CLEAR_LINE}${line}\n`));
  } finally {
    stop();
    forget();
    erase();
  }
}

/** Leaves a line on the terminal that `label` is done. */
export function tellDone(shell: Shell, label: string): void {
  if (showsProgress(shell)) shell.err.write(`${paintFor(shell, shell.err).green('✔')} ${label}\n`);
}

/** What -v tells would end up on the spinner's line. */
function showsProgress({ err, env, verbose }: Shell): boolean {
  return err.isTerminal && !verbose && env('DIFY_NO_PROGRESS') === undefined;
}
