import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { AdmittedSession } from './console-session.ts';

/** Ends every session of the actor's account but the one they act in; returns how many ended. */
export async function revokeOtherSignIns(
  { store, clock }: Platform,
  origin: Origin,
  { account, session }: AdmittedSession,
): Promise<number> {
  const now = clock();
  return store.transaction(async (stores) => {
    const browsers = await stores.consoleSessions.revokeAll(account.id, now, session.id);
    const terminals = await stores.bearerSessions.revokeAll(account.id, now);
    const details = { browsers, terminals };
    await stores.audit.append({ at: now, action: 'console.session_revoked', actorId: account.id, origin, details });
    return browsers + terminals;
  });
}
