import { ConnectError, type DifySession, restoreSession } from '@latchkey/sdk/connect';
import type { Invocation } from './shell.ts';
import { transportOf } from './transport-of.ts';

/**
 * The session of the server that is named, else of the one that was connected to last.
 *
 * @throws {ConnectError} `session_ended` when none is kept
 */
export async function keptSession(invocation: Invocation): Promise<DifySession> {
  const { parameters, shell } = invocation;
  const server = parameters.text('server') ?? (shell.env.PSDIFY_URL || undefined);
  const saved = await shell.sessions.load(server);
  if (saved === undefined) {
    const where = server === undefined ? '' : ` to ${server}`;
    throw new ConnectError('session_ended', `You are not connected${where}. Run connect-dify first.`);
  }
  return restoreSession(saved, { transport: transportOf(invocation), sessions: shell.sessions });
}
