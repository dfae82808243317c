import type { BearerSessionId } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { AdmittedBearer } from './bearer-session.ts';

/**
 * Ends one of the account's terminals; ending an ended one again is no mistake.
 *
 * @throws DomainError `not_found` for a session of somebody else or of nobody.
 */
export async function revokeBearerSession(
  { store, clock }: Platform,
  origin: Origin,
  { account }: AdmittedBearer,
  id: BearerSessionId,
): Promise<void> {
  const now = clock();
  await store.transaction(async (stores) => {
    if ((await stores.bearerSessions.find(id, account.id)) === undefined) {
      throw new DomainError('not_found', { message: 'session not found' });
    }
    if (!(await stores.bearerSessions.revoke(id, account.id, now))) return;
    const details = { session_id: id };
    await stores.audit.append({ at: now, action: 'oauth.session_revoked', actorId: account.id, origin, details });
  });
}
