import type { SsoConnectionId } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { SsoRefusal } from './sso-refusal.ts';

/**
 * Ends the sessions that a provider says are over (OpenID Connect Back-Channel Logout 1.0): those of one of its own
 * sessions, or all of the person's. Returns how many.
 *
 * @throws DomainError `too_many_requests`, `sso_connection_not_found`, `sso_failed`.
 */
export async function signOutByProvider(
  platform: Platform,
  origin: Origin,
  { connectionId, logoutToken }: { readonly connectionId: SsoConnectionId; readonly logoutToken: string },
): Promise<number> {
  const { store, clock, sso } = platform;
  await countAgainstLimit(platform, 'sso-logout', networkOf(origin.ip));
  const connection = await store.ssoConnections.find(connectionId);
  if (connection === undefined || connection.provider.protocol !== 'oidc') {
    throw new DomainError('sso_connection_not_found');
  }
  const connector = await sso.connector();
  const { subject, providerSession } = await connector
    .verifyBackChannelLogout(connection, logoutToken)
    .catch((error: unknown) => {
      throw error instanceof SsoRefusal ? new DomainError('sso_failed', { cause: error }) : error;
    });
  const at = clock();
  const only = providerSession === null ? {} : { providerSession };
  return store.transaction(async (stores) => {
    const known = subject === null ? undefined : await stores.identities.find(connectionId, subject);
    const named = known === undefined ? [] : [known];
    const concerned =
      subject === null ? await stores.identities.listBySession(connectionId, providerSession ?? '') : named;
    let ended = 0;
    for (const { id, accountId } of concerned) {
      const browsers = await stores.consoleSessions.revokeByIdentity(id, at, only);
      const administrations = await stores.adminSessions.revokeByIdentity(id, at, providerSession ?? undefined);
      if (browsers + administrations === 0) continue;
      ended += browsers + administrations;
      const details = { connection_id: connectionId, browsers, administrations };
      const entry = { at, actorId: null, subjectId: accountId, origin, details };
      await stores.audit.append({ ...entry, action: 'sso.signed_out_by_provider' });
    }
    return ended;
  });
}
