import type { Account } from '../accounts/account.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Platform } from '../kernel/platform.ts';

/** Says the same whatever is wrong with address and password; its rule does not. */
export async function wrongPassword(
  { store }: Pick<Platform, 'store'>,
  account: Account | undefined,
): Promise<DomainError> {
  if (account === undefined) return new DomainError('authentication_failed', { rule: 'unknown_account' });
  const stored = await store.passwords.find(account.id);
  return new DomainError('authentication_failed', { rule: stored === undefined ? 'no_password' : 'wrong_password' });
}
