import type { ExternalUserId } from '@latchkey/contract/vocabulary';
import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';

/**
 * Closes the WebApps to an external user, from the next request on, or opens them again; returns how many of their
 * sessions ended.
 *
 * @throws DomainError `external_user_not_found`.
 */
export async function refuseExternalUser(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdminActor,
  id: ExternalUserId,
  isRefused: boolean,
): Promise<number> {
  const at = clock();
  return store.transaction(async (stores) => {
    const user = await stores.externalUsers.find(id);
    if (user === undefined) throw new DomainError('external_user_not_found');
    await stores.externalUsers.setRefused(id, isRefused ? at : null);
    const ended = isRefused ? await stores.appSessions.removeExternal(id, at) : 0;
    const action = isRefused ? 'external_user.refused' : 'external_user.readmitted';
    const details = { email: user.email, subject: user.subject, sessions_ended: ended };
    await stores.audit.append({ at, action, ...auditedAs(actor), subjectId: id, origin, details });
    return ended;
  });
}
