import { ConnectError, type DifySession, isSessionFor, restoreSession } from '@latchkey/sdk/connect';
import { optionsOf } from './options-of.ts';
import type { Invocation } from './shell.ts';

/**
 * The session of the server that is named, else of the one that was connected to last; never of another account than
 * the one that is named.
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
  const options = optionsOf(invocation);
  if (!isSessionFor(saved, { ...options, server: saved.server })) {
    const who = `You are connected to ${saved.server} as ${saved.email}, and not as who is named here.`;
    throw new ConnectError('session_ended', `${who} Run connect-dify first.`);
  }
  return restoreSession(saved, options);
}
