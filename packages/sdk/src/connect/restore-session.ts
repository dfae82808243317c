import type { ConnectOptions } from './connect-options.ts';
import type { SavedSession } from './saved-session.ts';
import { readServerVersion } from './server-version.ts';
import { DifySession } from './session.ts';
import { fetchTransport } from './transport.ts';

/**
 * Goes on with a session from before; whether the server still admits it shows at the first call.
 *
 * @example
 * ```ts
 * async function whoWasThat(saved: SavedSession): Promise<string> {
 *   return (await restoreSession(saved).profile()).name;
 * }
 * ```
 */
export function restoreSession(
  { server, version, credentials, accountId, email }: SavedSession,
  {
    transport = fetchTransport,
    now = () => new Date(),
    sessions,
  }: Pick<ConnectOptions, 'transport' | 'now' | 'sessions'> = {},
): DifySession {
  return new DifySession({
    server,
    version: readServerVersion(version),
    credentials,
    owner: { id: accountId, email },
    transport,
    now,
    sessions,
  });
}
