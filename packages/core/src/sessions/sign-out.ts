import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { ConsoleSession } from './console-session.ts';

/** Ends a session; doing it twice is no mistake. */
export async function signOut({ store, clock }: Platform, origin: Origin, session: ConsoleSession): Promise<void> {
  const now = clock();
  await store.transaction(async (stores) => {
    if (!(await stores.consoleSessions.revoke(session.id, session.accountId, now))) return;
    await stores.audit.append({
      at: now,
      action: 'console.signed_out',
      actorId: session.accountId,
      origin,
      details: { session_id: session.id },
    });
  });
}
