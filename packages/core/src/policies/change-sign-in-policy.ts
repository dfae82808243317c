import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { SignInPolicy } from './sign-in-policy.ts';

export type Switches = Omit<SignInPolicy, 'ssoProtocol'>;

/**
 * Switches ways in on and off, from the next request on, on every replica. Sessions that are open stay open, and the
 * administration has its own door, which no switch closes.
 *
 * @throws DomainError `no_sso_connection` (nothing to switch on), `changed_meanwhile`.
 */
export async function changeSignInPolicy(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdminActor,
  { version, switches }: { readonly version: number; readonly switches: Switches },
): Promise<void> {
  await store.transaction(async (stores) => {
    const before = await stores.policy.get();
    const after = { ...before, ...switches };
    if (after.sso && after.ssoProtocol === null) throw new DomainError('no_sso_connection');
    if (!(await stores.policy.replace(after, version))) throw new DomainError('changed_meanwhile');
    const details = { before: { ...before }, after: { ...after } };
    await stores.audit.append({ at: clock(), action: 'policy.changed', ...auditedAs(actor), origin, details });
  });
}
