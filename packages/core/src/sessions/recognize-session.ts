import type { Platform } from '../kernel/platform.ts';
import { type AdmittedSession, decideRefresh } from './console-session.ts';

/** Whose session a refresh token could renew now. It stays as it was: looking is not renewing. */
export async function recognizeSession(
  { store, clock, secrets, rules }: Platform,
  refreshToken: string,
): Promise<AdmittedSession | undefined> {
  const found = await store.consoleSessions.findRefreshToken(secrets.digest(refreshToken));
  if (found === undefined) return undefined;
  const { kind } = decideRefresh(found.token, found, clock(), rules.sessions.graceSeconds);
  return kind === 'renew' ? found : undefined;
}
