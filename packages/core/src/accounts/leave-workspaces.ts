import type { AccountId, WorkspaceId } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Stores } from '../kernel/store.ts';
import { chooseHeir, type JoinedWorkspace } from '../workspaces/workspace.ts';

export interface Leaving {
  readonly accountId: AccountId;
  /** Who gets which of the workspaces that the account owns; for the others one is chosen. */
  readonly heirs: ReadonlyMap<WorkspaceId, AccountId>;
  /** What becomes of a workspace with nobody else in it. */
  readonly emptyOnes: 'archive' | 'remove';
}

/**
 * Takes an account out of every workspace, in the caller's transaction: what it owns goes to the named heir, else to the
 * longest-standing admin, editor or member.
 *
 * @throws DomainError `member_not_in_tenant` when a named heir is none.
 */
export async function leaveWorkspaces(
  { workspaces }: Pick<Stores, 'workspaces'>,
  { accountId, heirs, emptyOnes }: Leaving,
): Promise<void> {
  for (const workspace of await workspaces.listOf(accountId)) {
    const isGone = workspace.role === 'owner' && (await inherit(workspace)) === 'gone';
    if (!isGone) await workspaces.removeMember(workspace.id, accountId);
  }

  async function inherit({ id }: JoinedWorkspace): Promise<'inherited' | 'gone'> {
    const members = await workspaces.listMembers(id);
    const heir = heirs.get(id) ?? chooseHeir(members, accountId);
    if (heir !== undefined) {
      if (!(await workspaces.handOver(id, accountId, heir))) throw new DomainError('member_not_in_tenant');
      return 'inherited';
    }
    if (emptyOnes === 'remove') {
      await workspaces.remove(id);
      return 'gone';
    }
    await workspaces.change(id, { status: 'archive' });
    return 'inherited';
  }
}
