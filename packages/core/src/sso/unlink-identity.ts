import type { AccountId, ConsoleSessionId, IdentityId } from '@latchkey/contract/vocabulary';
import type { AuditEntry } from '../audit/audit-entry.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { allowsMethod, policyAt } from '../policies/sign-in-policy.ts';
import { serves } from './configured-connection.ts';
import { keepingAnAdministrator } from './keeping-an-administrator.ts';

interface Unlinking {
  readonly accountId: AccountId;
  readonly identityId: IdentityId;
  /** Who does it. */
  readonly actor: Pick<AuditEntry, 'actorId' | 'actor'>;
  /** The session in which they do. */
  readonly keep?: ConsoleSessionId;
}

/**
 * Unlinks an identity, and ends the sessions that it opened. The last way into an account stays, and so does the last
 * one into the administration.
 *
 * @throws DomainError `identity_not_found`, `last_way_in`, `last_administrator`.
 */
export async function unlinkIdentity(
  platform: Platform,
  origin: Origin,
  { accountId, identityId, actor, keep }: Unlinking,
): Promise<void> {
  const { store, clock } = platform;
  const at = clock();
  await store.transaction(async (stores) => {
    const unlinkable = await unlinkableOf(platform, stores, accountId);
    const can = unlinkable.get(identityId);
    if (can === undefined) throw new DomainError('identity_not_found');
    if (!can) throw new DomainError('last_way_in');
    await keepingAnAdministrator(stores, async () => {
      if (!(await stores.identities.remove(identityId, accountId))) throw new DomainError('identity_not_found');
    });
    // Another one that was unlinked at once may have been the other way in.
    if (!(await hasWayIn(platform, stores, accountId))) throw new DomainError('last_way_in');
    await stores.consoleSessions.revokeByIdentity(identityId, at, keep === undefined ? {} : { except: keep });
    await stores.adminSessions.revokeByIdentity(identityId, at);
    const entry = { at, ...actor, subjectId: accountId, origin, details: { identity_id: identityId } };
    await stores.audit.append({ ...entry, action: 'identity.unlinked' });
  });
}

/** Which of an account's identities may be unlinked: those beside which there is another way in now. */
export async function unlinkableOf(
  { clock }: Pick<Platform, 'clock'>,
  stores: Pick<Stores, 'policy' | 'identities' | 'passwords' | 'ssoConnections'>,
  accountId: AccountId,
): Promise<ReadonlyMap<IdentityId, boolean>> {
  const all = await stores.identities.listOf(accountId);
  const ways = await waysIn({ clock }, stores, accountId);
  return new Map(all.map(({ id }) => [id, ways.others || ways.identities.some((other) => other !== id)]));
}

async function hasWayIn(platform: Pick<Platform, 'clock'>, stores: Stores, accountId: AccountId): Promise<boolean> {
  const { others, identities } = await waysIn(platform, stores, accountId);
  return others || identities.length > 0;
}

/** By which somebody gets into a workspace as the policy is now. */
async function waysIn(
  { clock }: Pick<Platform, 'clock'>,
  stores: Pick<Stores, 'policy' | 'identities' | 'passwords' | 'ssoConnections'>,
  accountId: AccountId,
): Promise<{ readonly others: boolean; readonly identities: readonly IdentityId[] }> {
  const policy = policyAt(await stores.policy.get(), clock());
  const hasPassword = (await stores.passwords.find(accountId)) !== undefined;
  const others = allowsMethod(policy, 'email_code') || (hasPassword && allowsMethod(policy, 'password'));
  if (!allowsMethod(policy, 'sso')) return { others, identities: [] };
  const open = (await stores.ssoConnections.list()).filter((connection) => serves(connection, 'workspace'));
  const all = await stores.identities.listOf(accountId);
  const working = all.filter(({ connectionId }) => open.some(({ id }) => id === connectionId));
  return { others, identities: working.map(({ id }) => id) };
}
