import type { AccountId } from '@latchkey/contract/vocabulary';

export interface StoredPassword {
  readonly hash: string;
  /** Made by an administrator for one sign-in: must be replaced by one of the owner's own. */
  readonly isOneTime: boolean;
}

export interface PasswordStore {
  find(accountId: AccountId): Promise<StoredPassword | undefined>;
  set(accountId: AccountId, password: StoredPassword, at: Date): Promise<void>;
  /** Replaces a hash by one of the same password; false when the password was changed in the meantime. */
  replace(accountId: AccountId, from: string, to: string): Promise<boolean>;
}
