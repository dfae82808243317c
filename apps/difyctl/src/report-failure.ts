import { EXIT_CODES, Failure } from './failure.ts';
import { withoutSecrets } from './http/without-secrets.ts';
import { PlainExit } from './plain-exit.ts';
import type { Shell } from './shell.ts';
import { paintFor } from './terminal/paint.ts';
import { printable } from './terminal/printable.ts';

/** Tells on standard error why a command ended, for a person or as JSON, and returns its exit code. */
export function reportFailure(error: unknown, shell: Shell, asJson: boolean): number {
  if (error instanceof PlainExit) {
    shell.err.write(`${error.message}\n`);
    return error.exitCode;
  }
  const failure = error instanceof Failure ? error : unforeseen(error, shell.verbose);
  shell.err.write(withoutSecrets(asJson ? toJson(failure, shell) : toLines(failure, shell)));
  return EXIT_CODES[failure.code];
}

function toLines(failure: Failure, shell: Shell): string {
  const { magenta, cyan } = paintFor(shell, shell.err);
  const { answer } = failure;
  const envelope = answer?.envelope;
  const hint = hintOf(failure, shell);
  const raw = shownRaw(failure, shell);
  const lines = [
    `${printable(envelope?.code ?? failure.code)}: ${failure.message.split('\n').map(printable).join('\n')}`,
    ...(envelope?.details ?? []).map(({ loc, msg, type }) => printable(`  - ${loc.join('.')}: ${msg} (${type})`)),
    ...(hint === undefined ? [] : [`${magenta('hint:')} ${cyan(printable(hint))}`]),
    ...(answer?.url === undefined ? [] : [`request: ${answer.method} ${printable(answer.url)}`]),
    ...(answer === undefined ? [] : [`http_status: ${answer.status}`]),
    ...(raw === undefined ? [] : [`raw_response: ${printable(raw)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function toJson(failure: Failure, shell: Shell): string {
  const { answer } = failure;
  const error = {
    code: failure.code,
    message: failure.message,
    hint: failure.hint ?? answer?.envelope?.hint,
    http_status: answer?.status,
    method: answer?.method,
    url: answer?.url,
    raw_response: shownRaw(failure, shell),
    server: answer?.envelope,
  };
  return `${JSON.stringify({ error })}\n`;
}

function hintOf(failure: Failure, shell: Shell): string | undefined {
  const envelope = failure.answer?.envelope;
  const hidesWords = envelope === undefined && isRawShowable(failure) && !shell.verbose;
  const ours = hidesWords ? 'run again with -v to see the raw server response' : undefined;
  return failure.hint ?? envelope?.hint ?? ours;
}

function shownRaw(failure: Failure, shell: Shell): string | undefined {
  return shell.verbose && isRawShowable(failure) ? failure.answer?.text : undefined;
}

/** Refusals of who asks, or how often, have nothing more to tell. */
function isRawShowable({ answer }: Failure): boolean {
  return answer?.text !== undefined && answer.text !== '' && answer.status !== 401 && answer.status !== 429;
}

function unforeseen(error: unknown, verbose: boolean): Failure {
  if (!(error instanceof Error)) return new Failure('unknown', String(error));
  return new Failure('unknown', verbose ? (error.stack ?? error.message) : error.message, { cause: error });
}
