import type { BearerSessionId, ConsoleSessionId } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { AdmittedSession } from './console-session.ts';

/**
 * Ends one of the actor's own sessions, a browser's or a terminal's.
 *
 * @throws DomainError `not_found` when no live session of this account has the id.
 */
export async function revokeSignIn(
  { store, clock }: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  id: ConsoleSessionId | BearerSessionId,
): Promise<void> {
  const now = clock();
  await store.transaction(async (stores) => {
    const details = { session_id: id };
    if (await stores.consoleSessions.revoke(id as ConsoleSessionId, account.id, now)) {
      return stores.audit.append({ at: now, action: 'console.session_revoked', actorId: account.id, origin, details });
    }
    if (await stores.bearerSessions.revoke(id as BearerSessionId, account.id, now)) {
      return stores.audit.append({ at: now, action: 'oauth.session_revoked', actorId: account.id, origin, details });
    }
    throw new DomainError('not_found', { message: 'session not found' });
  });
}
