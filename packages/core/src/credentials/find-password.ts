import type { Account } from '../accounts/account.ts';
import type { Platform } from '../kernel/platform.ts';
import type { StoredPassword } from './password-store.ts';

/**
 * The stored password of an account when one of the candidates is it; `undefined` otherwise. An account that does not
 * exist, or has no password, costs the time of a wrong one.
 */
export async function findPassword(
  { store, passwordHasher }: Pick<Platform, 'store' | 'passwordHasher'>,
  account: Account | undefined,
  candidates: readonly string[],
): Promise<StoredPassword | undefined> {
  const stored = account && (await store.passwords.find(account.id));
  for (const candidate of candidates) {
    if (!(await passwordHasher.verify(candidate, stored?.hash))) continue;
    if (account !== undefined && stored !== undefined && passwordHasher.needsRehash(stored.hash)) {
      await store.passwords.replace(account.id, stored.hash, await passwordHasher.hash(candidate));
    }
    return stored;
  }
  return undefined;
}
