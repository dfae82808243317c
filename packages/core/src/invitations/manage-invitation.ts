import type { AccountId, InvitationId, WorkspaceId } from '@latchkey/contract/vocabulary';
import { removePendingAccount } from '../accounts/remove-pending-account.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import type { ListedInvitation } from './invitation.ts';
import { writeInvitation } from './write-invitation.ts';

interface Which {
  readonly id: InvitationId;
  /** The workspace it must lead to; any for an administrator. */
  readonly workspaceId?: WorkspaceId;
  readonly actorId: AccountId | null;
}

/**
 * Sends an invitation again, with new links and a new end; its earlier links stop working. Returns the link to copy.
 *
 * @throws DomainError `invitation_not_open` when it was answered.
 */
export async function resendInvitation(platform: Platform, origin: Origin, which: Which): Promise<string> {
  return platform.store.transaction(async (stores) => {
    const invitation = await unanswered(stores, which);
    const { workspaceId, workspaceName, email, accountId, language, inviter } = invitation;
    // Somebody pending may have been given another role since.
    const place = await stores.workspaces.findMember(workspaceId, accountId);
    const role = place === undefined || place.role === 'owner' ? invitation.role : place.role;
    const workspace = { id: workspaceId, name: workspaceName };
    const draft = { workspace, email, role, language, inviter: { id: which.actorId, name: inviter } };
    return writeInvitation(platform, stores, origin, draft);
  });
}

/**
 * Revokes an invitation. Somebody pending loses the place, and the account with the last one.
 *
 * @throws DomainError `invitation_not_open` when it was answered; of two at once one succeeds.
 */
export async function revokeInvitation({ store, clock }: Platform, origin: Origin, which: Which): Promise<void> {
  const at = clock();
  await store.transaction(async (stores) => {
    const { id, workspaceId, accountId, email } = await unanswered(stores, which);
    if (!(await stores.invitations.answer(id, 'revoked', at))) throw new DomainError('invitation_not_open');
    const account = await stores.accounts.find(accountId);
    if (account?.status === 'pending') {
      await stores.workspaces.removeMember(workspaceId, accountId);
      await removePendingAccount(stores, accountId);
    }
    await stores.audit.append({
      at,
      action: 'member.invitation_revoked',
      actorId: which.actorId,
      subjectId: accountId,
      workspaceId,
      origin,
      details: { email },
    });
  });
}

async function unanswered(stores: Stores, { id, workspaceId }: Which): Promise<ListedInvitation> {
  const invitation = await stores.invitations.find(id);
  const isHere = workspaceId === undefined || invitation?.workspaceId === workspaceId;
  if (invitation === undefined || !isHere || invitation.answer !== null) throw new DomainError('invitation_not_open');
  return invitation;
}
