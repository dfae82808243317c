import type { Account } from '../accounts/account.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Platform } from '../kernel/platform.ts';
import { hasRunOut, type StoredPassword } from './password-store.ts';

/**
 * The stored password of an account when one of the candidates is it; `undefined` otherwise. An account that does not
 * exist, or has no password, costs the time of a wrong one.
 *
 * @throws DomainError `one_time_password_expired`, told only to whoever knows that password.
 */
export async function findPassword(
  { store, clock, passwordHasher }: Pick<Platform, 'store' | 'clock' | 'passwordHasher'>,
  account: Account | undefined,
  candidates: readonly string[],
): Promise<StoredPassword | undefined> {
  const stored = account && (await store.passwords.find(account.id));
  for (const candidate of candidates) {
    if (!(await passwordHasher.verify(candidate, stored?.hash))) continue;
    if (stored !== undefined && hasRunOut(stored, clock()))
      throw new DomainError('one_time_password_expired', { rule: 'one_time_password_expired' });
    if (account !== undefined && stored !== undefined && passwordHasher.needsRehash(stored.hash)) {
      await store.passwords.replace(account.id, stored.hash, await passwordHasher.hash(candidate));
    }
    return stored;
  }
  return undefined;
}
