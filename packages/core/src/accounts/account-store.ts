import type { AccountId, AccountStatus, WorkspaceId } from '@latchkey/contract/vocabulary';
import type { Account, AccountPreferences } from './account.ts';

export interface AccountStore {
  /** Of two concurrent additions of one address exactly one returns true. */
  add(account: Account): Promise<boolean>;
  find(id: AccountId): Promise<Account | undefined>;
  /** `email` is normalised already. */
  findByEmail(email: string): Promise<Account | undefined>;
  setPreferences(id: AccountId, preferences: Partial<AccountPreferences>): Promise<void>;
  setStatus(id: AccountId, status: AccountStatus): Promise<void>;
  setCurrentWorkspace(id: AccountId, workspaceId: WorkspaceId): Promise<void>;
  noteSignIn(id: AccountId, at: Date, ip: string): Promise<void>;
}
