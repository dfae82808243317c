import { ConnectError } from '@latchkey/sdk/connect';
import { type ExitCode, exitCodeOf } from './exit-codes.ts';
import { Misuse } from './misuse.ts';
import { printable } from './printable.ts';
import type { Shell } from './shell.ts';

/** Tells on standard error why a command ended, for a person or as JSON, and returns its exit code. */
export function reportFailure(error: unknown, shell: Shell, asJson: boolean): ExitCode {
  const { code, message, status, serverCode, exitCode } = describe(error);
  if (asJson) {
    const told = { code, message, http_status: status, server_code: serverCode };
    shell.err(`${JSON.stringify({ error: told })}\n`);
  } else shell.err(`connect-dify: ${printable(message)}\n`);
  return exitCode;
}

interface Described {
  readonly code: string;
  readonly message: string;
  readonly status?: number | undefined;
  readonly serverCode?: string | undefined;
  readonly exitCode: ExitCode;
}

function describe(error: unknown): Described {
  if (error instanceof ConnectError) {
    const { code, status, serverCode } = error;
    const isOfCertificate = code === 'server_unreachable' && /certificate/i.test(error.message);
    const message = isOfCertificate ? `${error.message}. With --insecure it is not checked.` : error.message;
    return { code, message, status, serverCode, exitCode: exitCodeOf(code, status) };
  }
  if (error instanceof Misuse) return { code: 'misuse', message: error.message, exitCode: 2 };
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), exitCode: 1 };
}
