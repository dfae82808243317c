import type { SessionStore } from '../connect/index.ts';
import { fileSessions } from './file-sessions.ts';
import { sealingKey } from './sealing-key.ts';
import { sessionPlaces } from './session-places.ts';
import { openSystemEntry } from './system-entry.ts';

/**
 * Sessions that are kept on this machine, the same that the command `connect-dify` keeps: each in a sealed file, whose
 * key is in the system's credential store, or, where there is none or `@napi-rs/keyring` is not installed, in a file of
 * its own. Any number of programs may use them at once.
 *
 * @param env where `CONNECT_DIFY_HOME` and `CONNECT_DIFY_KEY_FILE` name other places, and `CONNECT_DIFY_NO_KEYRING=1`
 *   leaves the credential store out; the environment of this program unless given
 * @example
 * ```ts
 * import { connect } from '@latchkey/sdk/connect';
 * import { machineSessions } from '@latchkey/sdk/node';
 *
 * const { session, isReused } = await connect({ server: 'https://dify.example.com', sessions: machineSessions() });
 * console.log(isReused, session.email);
 * ```
 */
export function machineSessions(env: Readonly<Record<string, string | undefined>> = process.env): SessionStore {
  const { folder, keyFile } = sessionPlaces(env, process.platform);
  const openEntry = env.CONNECT_DIFY_NO_KEYRING === '1' ? undefined : openSystemEntry;
  let key: ReturnType<typeof sealingKey> | undefined;
  return fileSessions(folder, () => {
    key ??= sealingKey(keyFile, openEntry).catch((error: unknown) => {
      // It may be unlocked the next time.
      key = undefined;
      throw error;
    });
    return key;
  });
}
