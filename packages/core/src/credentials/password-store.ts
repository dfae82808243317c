import type { AccountId } from '@latchkey/contract/vocabulary';

export interface PasswordStore {
  /** The stored hash of an account's password. */
  find(accountId: AccountId): Promise<string | undefined>;
  set(accountId: AccountId, hash: string, at: Date): Promise<void>;
  /** Replaces a hash by one of the same password; false when the password was changed in the meantime. */
  replace(accountId: AccountId, from: string, to: string): Promise<boolean>;
}
