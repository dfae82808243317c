import type { AccountId, AuditAction, Role, WorkspaceId } from '@latchkey/contract/vocabulary';
import { removePendingAccount } from '../accounts/remove-pending-account.ts';
import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import type { AuditDetails } from '../audit/audit-entry.ts';
import { forgetInvited } from '../invitations/forget-invited.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import type { Workspace } from './workspace.ts';

/**
 * Creates a workspace for an owner.
 *
 * @throws DomainError `account_unknown`.
 */
export async function createWorkspace(
  { store, clock, secrets }: Platform,
  origin: Origin,
  actor: AdminActor,
  { name, ownerEmail }: { readonly name: string; readonly ownerEmail: string },
): Promise<Workspace> {
  const at = clock();
  const workspace: Workspace = { id: secrets.newId<WorkspaceId>(), name, status: 'normal', createdAt: at };
  await store.transaction(async (stores) => {
    const owner = await stores.accounts.findByEmail(ownerEmail);
    if (owner?.status !== 'active') throw new DomainError('account_unknown');
    await stores.workspaces.add(workspace);
    await stores.workspaces.addMember({ workspaceId: workspace.id, accountId: owner.id, role: 'owner', createdAt: at });
    const details = { name, owner: ownerEmail };
    const entry = { at, ...auditedAs(actor), workspaceId: workspace.id, origin, details };
    await stores.audit.append({ ...entry, action: 'workspace.created' });
  });
  return workspace;
}

/**
 * Renames, archives or reopens a workspace; whoever works in it is refused there from the next request on.
 *
 * @throws DomainError `workspace_not_found`.
 */
export function changeWorkspace(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  id: WorkspaceId,
  changes: Partial<Pick<Workspace, 'name' | 'status'>>,
): Promise<void> {
  return act(platform, origin, actor, id, 'workspace.changed', async (stores, { name, status }) => {
    await stores.workspaces.change(id, changes);
    return { before: { name, status }, after: { name, status, ...changes } };
  });
}

/**
 * Deletes a workspace, and the accounts that only waited for it. Its name is repeated, so that the wrong one is not.
 *
 * @throws DomainError `workspace_not_found`, `wrong_name`.
 */
export function deleteWorkspace(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  id: WorkspaceId,
  repeatedName: string,
): Promise<void> {
  return act(platform, origin, actor, id, 'workspace.deleted', async (stores, { name }) => {
    if (repeatedName !== name) throw new DomainError('wrong_name');
    const members = await stores.workspaces.listMembers(id);
    await stores.workspaces.remove(id);
    for (const { account } of members) await removePendingAccount(stores, account.id);
    return { name, members: members.length };
  });
}

/**
 * Adds a member or changes their role; a new owner makes the former one an admin.
 *
 * @throws DomainError `workspace_not_found`, `account_unknown`, `is_owner`.
 */
export function setMember(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  id: WorkspaceId,
  { accountId, role }: { readonly accountId: AccountId; readonly role: Role },
): Promise<void> {
  return act(
    platform,
    origin,
    actor,
    id,
    'member.role_changed',
    async (stores, _workspace, at) => {
      const account = await stores.accounts.find(accountId);
      if (account === undefined || account.status === 'closed') throw new DomainError('account_unknown');
      const before = await stores.workspaces.findMember(id, accountId);
      if (role === 'owner') await makeOwner(stores, id, accountId, at);
      else if (before === undefined) {
        await stores.workspaces.addMember({ workspaceId: id, accountId, role, createdAt: at });
      } else if (!(await stores.workspaces.setRole(id, accountId, role))) throw new DomainError('is_owner');
      return { before: before?.role ?? null, after: role };
    },
    accountId,
  );
}

/** @throws DomainError `workspace_not_found`, `member-not-found`, `is_owner`. */
export function dismissMember(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  id: WorkspaceId,
  accountId: AccountId,
): Promise<void> {
  return act(
    platform,
    origin,
    actor,
    id,
    'member.removed',
    async (stores, _workspace, at) => {
      const member = await stores.workspaces.findMember(id, accountId);
      if (member === undefined) throw new DomainError('member-not-found');
      if (member.role === 'owner') throw new DomainError('is_owner');
      await stores.workspaces.removeMember(id, accountId);
      await forgetInvited(stores, id, accountId, at);
      return { role: member.role };
    },
    accountId,
  );
}

async function makeOwner(stores: Stores, id: WorkspaceId, accountId: AccountId, at: Date): Promise<void> {
  const owner = (await stores.workspaces.listMembers(id)).find(({ role }) => role === 'owner');
  if (owner?.account.id === accountId) return;
  if (owner === undefined) {
    await stores.workspaces.removeMember(id, accountId);
    await stores.workspaces.addMember({ workspaceId: id, accountId, role: 'owner', createdAt: at });
    return;
  }
  await stores.workspaces.addMember({ workspaceId: id, accountId, role: 'admin', createdAt: at });
  await stores.workspaces.handOver(id, owner.account.id, accountId);
}

/** One act of an administrator on a workspace, all of it or nothing, written down with what the act returns. */
async function act(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdminActor,
  id: WorkspaceId,
  action: AuditAction,
  deed: (stores: Stores, workspace: Workspace, at: Date) => Promise<AuditDetails>,
  subjectId?: AccountId,
): Promise<void> {
  const at = clock();
  await store.transaction(async (stores) => {
    const workspace = await stores.workspaces.find(id);
    if (workspace === undefined) throw new DomainError('workspace_not_found');
    const details = await deed(stores, workspace, at);
    const subject = subjectId === undefined ? {} : { subjectId };
    await stores.audit.append({ at, action, ...auditedAs(actor), ...subject, workspaceId: id, origin, details });
  });
}
