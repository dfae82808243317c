import type { Account } from '../accounts/account.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Stores } from '../kernel/store.ts';
import { currentWorkspace, type JoinedWorkspace } from './workspace.ts';

/**
 * The workspace somebody works in, with their role in it, as it is now.
 *
 * @throws DomainError `unauthorized` when none is open to them.
 */
export async function currentMembership(
  { workspaces }: Pick<Stores, 'workspaces'>,
  account: Account,
): Promise<JoinedWorkspace> {
  const workspace = currentWorkspace(await workspaces.listOf(account.id), account.currentWorkspaceId);
  if (workspace === undefined) throw new DomainError('unauthorized', { message: 'workspace is archived' });
  return workspace;
}
