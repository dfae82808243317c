import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { decideEntry } from '../policies/account-entry.ts';
import { policyAt } from '../policies/sign-in-policy.ts';
import { addPersonalSpace } from '../workspaces/add-personal-space.ts';
import type { Account } from './account.ts';

/**
 * Makes an invited account active, in the caller's transaction: it has its place in the workspaces that invited it
 * already, those invitations are accepted by it, and it gets a personal space where the policy makes one.
 */
export async function activateAccount(
  platform: Pick<Platform, 'secrets'>,
  stores: Stores,
  account: Account,
  at: Date,
): Promise<void> {
  await stores.accounts.setStatus(account.id, 'active');
  await stores.invitations.acceptAll(account.id, at);
  const policy = policyAt(await stores.policy.get(), at);
  const entry = decideEntry({ way: 'invitation', account: 'unknown', hasWorkspace: true, ...policy });
  if (entry.kind === 'enters' && entry.createsPersonalSpace) await addPersonalSpace(platform, stores, account, at);
}
