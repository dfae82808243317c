import type { AccountId } from '@latchkey/contract/vocabulary';
import type { Stores } from '../kernel/store.ts';

/** Removes an account that was invited and never came, once nobody waits for it any more. */
export async function removePendingAccount(
  { accounts, workspaces }: Pick<Stores, 'accounts' | 'workspaces'>,
  id: AccountId,
): Promise<void> {
  const account = await accounts.find(id);
  if (account?.status === 'pending' && (await workspaces.listOf(id)).length === 0) await accounts.remove(id);
}
