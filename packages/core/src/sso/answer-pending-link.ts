import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { type ConfiguredConnection, serves } from './configured-connection.ts';
import { linkIdentity } from './identify-account.ts';
import type { PendingLink } from './pending-link.ts';

export interface ViewedPendingLink {
  readonly link: PendingLink;
  readonly connection: ConfiguredConnection;
}

/** The identity that waits in a browser. @throws DomainError `pending_link_not_found`. */
export async function viewPendingLink(
  { store, clock, secrets }: Platform,
  tokens: readonly string[],
): Promise<ViewedPendingLink> {
  const now = clock();
  // The newest, where a browser carries several.
  for (const token of [...tokens].reverse()) {
    const link = await store.pendingLinks.find(secrets.digest(token), now);
    const connection = link && (await store.ssoConnections.find(link.connectionId));
    if (link !== undefined && connection !== undefined) return { link, connection };
  }
  throw new DomainError('pending_link_not_found');
}

/**
 * Links the identity that waits to the account somebody has just signed in with: they have proven both.
 *
 * @throws DomainError `pending_link_not_found`, `sso_connection_not_found` (it is off by now), `identity_taken`; of two
 *   at once exactly one succeeds.
 */
export async function acceptPendingLink(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  tokens: readonly string[],
): Promise<void> {
  const { link, connection } = await viewPendingLink(platform, tokens);
  if (!serves(connection, 'workspace')) throw new DomainError('sso_connection_not_found');
  await platform.store.transaction(async (stores) => {
    if (!(await stores.pendingLinks.take(link.tokenHash))) throw new DomainError('pending_link_not_found');
    await linkIdentity(platform, stores, origin, { account, person: link, rule: 'proven_credential' });
  });
}

/** Forgets what waits in a browser. */
export async function declinePendingLink({ store, secrets }: Platform, tokens: readonly string[]): Promise<void> {
  for (const token of tokens) await store.pendingLinks.take(secrets.digest(token));
}
