import type { AccountId, Role } from '@latchkey/contract/vocabulary';
import { forgetInvited } from '../invitations/forget-invited.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { currentMembership } from './current-membership.ts';
import { mayManage } from './member-rules.ts';
import type { JoinedWorkspace, Membership } from './workspace.ts';

/**
 * Removes a member from the actor's current workspace; somebody pending with no other place goes with it.
 *
 * @throws DomainError `not_found` (no such account), `cannot-operate-self`, `forbidden`, `member-not-found`.
 */
export async function removeMember(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdmittedSession,
  memberId: AccountId,
): Promise<JoinedWorkspace> {
  return store.transaction(async (stores) => {
    const { workspace, member } = await look(stores, actor, memberId, 'No permission to remove member.');
    if (!(await stores.workspaces.removeMember(workspace.id, memberId))) throw new DomainError('member-not-found');
    const at = clock();
    await forgetInvited(stores, workspace.id, memberId, at);
    await note(stores, at, origin, actor, 'member.removed', member, { role: member.role });
    return workspace;
  });
}

/**
 * Gives a member of the actor's current workspace another role. Ownership passes by its own steps.
 *
 * @throws DomainError `not_found`, `cannot-operate-self`, `forbidden`, `member-not-found`, `role-already-assigned`.
 */
export async function changeRole(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdmittedSession,
  { memberId, role }: { readonly memberId: AccountId; readonly role: Role },
): Promise<void> {
  await store.transaction(async (stores) => {
    const refusal = 'No permission to update member.';
    const { workspace, member } = await look(stores, actor, memberId, refusal);
    if (member.role === role) throw new DomainError('role-already-assigned');
    if (role === 'owner') throw new DomainError('forbidden', { message: refusal });
    await stores.workspaces.setRole(workspace.id, memberId, role);
    await note(stores, clock(), origin, actor, 'member.role_changed', member, { before: member.role, after: role });
  });
}

async function look(stores: Stores, { account }: AdmittedSession, memberId: AccountId, refusal: string) {
  const workspace = await currentMembership(stores, account);
  if ((await stores.accounts.find(memberId)) === undefined) throw new DomainError('not_found');
  if (memberId === account.id) throw new DomainError('cannot-operate-self');
  const member = await stores.workspaces.findMember(workspace.id, memberId);
  if (member === undefined) throw new DomainError('member-not-found');
  if (!mayManage(workspace.role, member.role)) throw new DomainError('forbidden', { message: refusal });
  return { workspace, member };
}

async function note(
  stores: Stores,
  at: Date,
  origin: Origin,
  { account }: AdmittedSession,
  action: 'member.removed' | 'member.role_changed',
  { workspaceId, accountId: subjectId }: Membership,
  details: Record<string, string>,
): Promise<void> {
  await stores.audit.append({ at, action, actorId: account.id, subjectId, workspaceId, origin, details });
}
