import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import type { AuditDetails } from '../audit/audit-entry.ts';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { serves } from '../sso/configured-connection.ts';
import { policyAt, type SignInPolicy, type SsoEnforcement } from './sign-in-policy.ts';

/** What somebody sets. */
export type Switches = Omit<SignInPolicy, 'ssoProtocol' | 'enforcement'>;

interface Change {
  /** The one the switches were made from. */
  readonly version: number;
  readonly switches: Switches;
  /** How long a new enforcement waits for its confirmation. */
  readonly confirmWithinMinutes: number;
}

/**
 * Switches ways in on and off, from the next request on, on every replica. Sessions that are open stay open, and the
 * administration has its own door, which no switch closes. Single sign-on is enforced by somebody who has just tested
 * it, and ends by itself unless a system administrator signs in through it in time.
 *
 * @throws DomainError `no_sso_connection` (nothing to switch on), `sso_test_needed`, `forbidden` (an API key enforces
 *   nothing), `changed_meanwhile`.
 */
export async function changeSignInPolicy(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdminActor,
  { version, switches, confirmWithinMinutes }: Change,
): Promise<void> {
  await store.transaction(async (stores) => {
    const at = clock();
    const before = policyAt(await stores.policy.get(), at);
    if (switches.sso && before.ssoProtocol === null) throw new DomainError('no_sso_connection');
    const enforcement = await nextEnforcement(stores, actor, before, switches, at, confirmWithinMinutes);
    const after = { ...before, ...switches, enforcement };
    if (!(await stores.policy.replace(after, version))) throw new DomainError('changed_meanwhile');
    const details = { before: switchesOf(before), after: switchesOf(after) };
    await stores.audit.append({ at, action: 'policy.changed', ...auditedAs(actor), origin, details });
  });
}

/** The switches alone, as the audit log has them. */
export function switchesOf({ ssoProtocol: _, enforcement: __, ...switches }: SignInPolicy): AuditDetails {
  return { ...switches };
}

async function nextEnforcement(
  stores: Stores,
  actor: AdminActor,
  before: SignInPolicy,
  switches: Switches,
  at: Date,
  confirmWithinMinutes: number,
): Promise<SsoEnforcement | null> {
  if (!switches.sso || !switches.ssoEnforced) return null;
  if (before.sso && before.ssoEnforced) return before.enforcement;
  if (actor.kind !== 'administrator') {
    throw new DomainError('forbidden', { message: 'Single sign-on is enforced by a person who has tested it.' });
  }
  const { id: startedBy, name: startedByName } = actor.account;
  const serving = (await stores.ssoConnections.list()).filter((connection) => serves(connection, 'workspace'));
  for (const { id, version } of serving) {
    if (!(await stores.ssoTests.hasSucceeded(id, version, startedBy))) continue;
    const revertsAt = addSeconds(at, confirmWithinMinutes * 60);
    return { startedBy, startedByName, startedAt: at, revertsAt, confirmedAt: null };
  }
  throw new DomainError('sso_test_needed');
}
