import type { AccountId, WorkspaceId } from '@latchkey/contract/vocabulary';
import { removePendingAccount } from '../accounts/remove-pending-account.ts';
import type { Stores } from '../kernel/store.ts';

/** After somebody lost their place: one who never came cannot come by the invitation to it any more. */
export async function forgetInvited(
  stores: Pick<Stores, 'accounts' | 'workspaces' | 'invitations'>,
  workspaceId: WorkspaceId,
  accountId: AccountId,
  at: Date,
): Promise<void> {
  const account = await stores.accounts.find(accountId);
  if (account?.status !== 'pending') return;
  const invitation = await stores.invitations.findUnanswered(workspaceId, account.email);
  if (invitation !== undefined) await stores.invitations.answer(invitation.id, 'revoked', at);
  await removePendingAccount(stores, accountId);
}
