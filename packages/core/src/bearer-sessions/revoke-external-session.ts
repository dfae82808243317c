import type { BearerSessionId } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { AdmittedExternal } from './external-session.ts';

/**
 * Ends one of an external user's own terminals; ending an ended one again is no mistake.
 *
 * @throws DomainError `not_found` for a session of somebody else or of nobody.
 */
export async function revokeExternalSession(
  { store, clock }: Platform,
  origin: Origin,
  { user }: AdmittedExternal,
  id: BearerSessionId,
): Promise<void> {
  const at = clock();
  await store.transaction(async (stores) => {
    if ((await stores.externalSessions.find(id, user.id)) === undefined) {
      throw new DomainError('not_found', { message: 'session not found' });
    }
    if (!(await stores.externalSessions.revoke(id, user.id, at))) return;
    const details = { session_id: id, subject_email: user.email };
    const entry = { at, actorId: null, subjectId: user.id, origin, details };
    await stores.audit.append({ ...entry, action: 'oauth.session_revoked' });
  });
}
