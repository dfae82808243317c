import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';

/**
 * Ends whatever anybody is signed in to, in browsers, terminals, WebApps and the administration, but the session of the
 * administration in which it is asked. Nobody’s password changes, and API keys stay.
 */
export async function endEverybodysSessions(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdminActor,
): Promise<{ readonly browsers: number; readonly terminals: number }> {
  const at = clock();
  return store.transaction(async (stores) => {
    const browsers = await stores.consoleSessions.revokeEverybodys(at);
    const accounts = await stores.bearerSessions.revokeEverybodys(at);
    const externals = await stores.externalSessions.revokeEverybodys(at);
    await stores.appSessions.removeAll();
    await stores.adminSessions.revokeEverybodys(at, actor.kind === 'administrator' ? actor.session.id : undefined);
    const details = { browsers, terminals: accounts + externals };
    const entry = { at, ...auditedAs(actor), origin, details };
    await stores.audit.append({ ...entry, action: 'instance.sessions_ended' });
    return details;
  });
}
