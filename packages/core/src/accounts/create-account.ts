import type { WorkspaceId } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import type { JoiningRole } from '../sso/configured-connection.ts';
import { addPersonalSpace } from '../workspaces/add-personal-space.ts';
import { defaultWorkspace } from '../workspaces/default-workspace.ts';
import type { Account } from './account.ts';

interface Creation {
  readonly account: Account;
  readonly createsPersonalSpace: boolean;
  /** How it came to be. */
  readonly way: string;
  /** Where it begins, instead of the default workspace, and as what. */
  readonly place?: { readonly workspaceId: WorkspaceId | undefined; readonly role: JoiningRole };
}

/**
 * Adds an account with the workspaces it starts with, in the caller's transaction: its personal space where the policy
 * makes one, and the default workspace where there is one.
 *
 * @throws DomainError `email_already_in_use`; of two at once for one address exactly one succeeds.
 */
export async function createAccount(
  platform: Pick<Platform, 'secrets' | 'rules'>,
  stores: Stores,
  origin: Origin,
  { account, createsPersonalSpace, way, place }: Creation,
): Promise<void> {
  const { id: accountId, createdAt } = account;
  if (!(await stores.accounts.add(account))) throw new DomainError('email_already_in_use');
  if (createsPersonalSpace) {
    const own = await addPersonalSpace(platform, stores, account, createdAt);
    // Joining another one later does not take them out of it.
    await stores.accounts.setCurrentWorkspace(accountId, own);
  }
  const workspaceId = place?.workspaceId ?? (await defaultWorkspace(platform.rules, stores));
  if (workspaceId !== undefined) {
    await stores.workspaces.addMember({ workspaceId, accountId, role: place?.role ?? 'normal', createdAt });
  }
  const details = { email: account.email, way, personal_space: createsPersonalSpace };
  await stores.audit.append({ at: createdAt, action: 'account.created', actorId: accountId, origin, details });
}
