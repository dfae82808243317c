import { exportedEnd, exportShellOf } from '../export-commands.ts';
import { keptSession } from '../kept-session.ts';
import { printFacts } from '../print.ts';
import type { Invocation } from '../shell.ts';

/** Ends the session, on the server and here. */
export async function disconnectCommand(invocation: Invocation): Promise<void> {
  const { parameters, shell } = invocation;
  const exportShell = exportShellOf(parameters);
  // Also where nothing is kept: the variables of a shell outlive what they were taken from.
  if (exportShell !== undefined) shell.out(exportedEnd(exportShell));
  const session = await keptSession(invocation);
  const isEnded = await session.disconnect();
  if (!isEnded) shell.err('The server did not confirm; what was kept here is gone all the same.\n');
  if (exportShell === undefined) printFacts(invocation, { server: session.server, endedOnServer: isEnded });
}
