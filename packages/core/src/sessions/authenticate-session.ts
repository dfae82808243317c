import type { ConsoleSessionId } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Platform } from '../kernel/platform.ts';
import { type AdmittedSession, isLive } from './console-session.ts';

/** `last_used_at` of a session is written at most this often. */
const USE_RESOLUTION_SECONDS = 600;

/**
 * Admits the bearer of a session's access token: the session and the account are read as they are now, so that an
 * ended session or a banned account is refused by the very next request.
 *
 * @throws DomainError `unauthorized`.
 */
export async function authenticateSession({ store, clock }: Platform, id: ConsoleSessionId): Promise<AdmittedSession> {
  const found = await store.consoleSessions.findAdmitted(id);
  const now = clock();
  if (found === undefined || !isLive(found.session, now) || found.account.status === 'closed') {
    throw new DomainError('unauthorized', { message: 'Invalid token.' });
  }
  if (found.account.status === 'banned') throw new DomainError('unauthorized', { message: 'Account is banned.' });
  if (now >= addSeconds(found.session.lastUsedAt, USE_RESOLUTION_SECONDS)) await store.consoleSessions.noteUse(id, now);
  return found;
}
