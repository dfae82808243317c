import type { Platform } from '../kernel/platform.ts';
import { type ConsoleSession, isLive } from './console-session.ts';

/** The live session a refresh token belongs to; signing out works with it when the access token has expired. */
export async function findSessionByRefreshToken(
  { store, clock, secrets }: Platform,
  presented: string,
): Promise<ConsoleSession | undefined> {
  const found = await store.consoleSessions.findRefreshToken(secrets.digest(presented));
  return found !== undefined && isLive(found.session, clock()) ? found.session : undefined;
}
