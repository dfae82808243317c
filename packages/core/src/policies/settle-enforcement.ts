import type { Account } from '../accounts/account.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { hasReverted } from './sign-in-policy.ts';

/** Somebody changed the policy in between: their version is looked at again, and that happens rarely. */
const TRIES = 3;
/** Nothing comes over a network here. */
const BY_ITSELF: Origin = { ip: '', userAgent: 'latchkey', reference: '' };

/**
 * Confirms an enforcement that waits for it, when a system administrator has signed in through single sign-on; in the
 * caller's transaction. Once it has reverted nothing confirms it.
 */
export async function confirmEnforcement(
  { clock }: Pick<Platform, 'clock'>,
  stores: Stores,
  origin: Origin,
  { id }: Pick<Account, 'id'>,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const version = await stores.policy.version();
    const stored = await stores.policy.get();
    const at = clock();
    const { ssoEnforced, enforcement } = stored;
    if (!ssoEnforced || enforcement === null || enforcement.confirmedAt !== null || hasReverted(stored, at)) return;
    if (!(await stores.administrators.has(id))) return;
    const confirmed = { ...stored, enforcement: { ...enforcement, confirmedAt: at } };
    if (!(await stores.policy.replace(confirmed, version))) continue;
    await stores.audit.append({ at, action: 'policy.enforcement_confirmed', actorId: id, origin, details: {} });
    return;
  }
}

/**
 * Writes down that an enforcement has ended by itself. It has ended for every reader already; of any number of replicas
 * that find it at once one writes.
 */
export async function settleEnforcement({ store, clock }: Pick<Platform, 'store' | 'clock'>): Promise<void> {
  const version = await store.policy.version();
  const stored = await store.policy.get();
  const at = clock();
  if (!hasReverted(stored, at)) return;
  await store.transaction(async (stores) => {
    const reverted = { ...stored, ssoEnforced: false, enforcement: null };
    if (!(await stores.policy.replace(reverted, version))) return;
    const details = { started_by: stored.enforcement?.startedByName ?? '' };
    const entry = { at, actorId: null, origin: BY_ITSELF, details };
    await stores.audit.append({ ...entry, action: 'policy.enforcement_reverted' });
  });
}
