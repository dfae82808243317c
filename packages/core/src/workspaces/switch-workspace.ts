import type { Account } from '../accounts/account.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Platform } from '../kernel/platform.ts';
import type { JoinedWorkspace } from './workspace.ts';

/**
 * Makes a workspace the account's current one.
 *
 * @throws DomainError `account_not_link_tenant` when the account is not a member, the workspace is archived or unknown.
 */
export async function switchWorkspace({ store }: Platform, account: Account, id: string): Promise<JoinedWorkspace> {
  const joined = await store.workspaces.listOf(account.id);
  const target = joined.find((workspace) => workspace.id === id && workspace.status === 'normal');
  if (target === undefined) throw new DomainError('account_not_link_tenant');
  await store.accounts.setCurrentWorkspace(account.id, target.id);
  return target;
}
