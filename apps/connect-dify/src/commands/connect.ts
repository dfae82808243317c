import { type Connected, connect } from '@latchkey/sdk/connect';
import { exportedSession, exportShellOf } from '../export-commands.ts';
import { optionsOf } from '../options-of.ts';
import { bindPositions } from '../parameters.ts';
import { printFacts } from '../print.ts';
import type { Invocation } from '../shell.ts';

/** The original's, in its order. */
const POSITIONS = ['server', 'auth-method', 'email', 'token', 'code', 'password'] as const;

const NO_TOKENS = 'Dify before 1.9.2 takes no tokens: the session itself is kept for connect-dify only.';

/** Signs in, and keeps the session. */
export async function connectCommand({ parameters: written, shell }: Invocation): Promise<void> {
  const invocation = { parameters: bindPositions(written, POSITIONS), shell };
  const exportShell = exportShellOf(invocation.parameters);
  const connected = await connect(optionsOf(invocation));
  if (exportShell === undefined) printConnected(invocation, connected);
  else {
    shell.out(exportedSession(exportShell, connected));
    if (!connected.session.version.hasCookies) shell.err(`! ${NO_TOKENS}\n`);
  }
}

export function printConnected(invocation: Invocation, { server, version, name, email }: Connected): void {
  printFacts(invocation, { server, version, name, email });
}
