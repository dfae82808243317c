import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { AdmittedAdminSession } from './admin-session-store.ts';

/** Ends a session of the administration; doing it twice is no mistake. */
export async function signOutOfAdministration(
  { store, clock }: Platform,
  origin: Origin,
  { account, session }: Pick<AdmittedAdminSession, 'account' | 'session'>,
): Promise<void> {
  const at = clock();
  await store.transaction(async (stores) => {
    if (!(await stores.adminSessions.revoke(session.id, at))) return;
    const entry = { at, actorId: account.id, actor: 'administrator' as const, origin, details: {} };
    await stores.audit.append({ ...entry, action: 'administration.signed_out' });
  });
}
