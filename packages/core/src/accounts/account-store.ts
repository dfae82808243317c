import type { AccountId, AccountStatus, WorkspaceId } from '@latchkey/contract/vocabulary';
import type { Page } from '../kernel/page.ts';
import type { Account, AccountPreferences, ListedAccount } from './account.ts';

export interface AccountFilter {
  /** Part of the name or the address, in whatever case. */
  readonly search: string;
  readonly status: AccountStatus | undefined;
  readonly workspaceId: WorkspaceId | undefined;
  /** Only those who belong to no workspace, or only those who do. */
  readonly withoutWorkspace: boolean | undefined;
}

export interface AccountOrder {
  /** By name whatever its case; who never signed in comes before everybody who did. */
  readonly sort: 'name' | 'email' | 'created_at' | 'last_sign_in_at';
  readonly descending: boolean;
}

/** The ways in that accounts have, and how many have exactly those. */
export interface WaysIn {
  readonly password: boolean;
  readonly identity: boolean;
}

export interface AccountStore {
  /** Of two concurrent additions of one address exactly one returns true. */
  add(account: Account): Promise<boolean>;
  find(id: AccountId): Promise<Account | undefined>;
  /** `email` is normalised already. */
  findByEmail(email: string): Promise<Account | undefined>;
  list(filter: AccountFilter & AccountOrder, page: Page): Promise<{ total: number; data: ListedAccount[] }>;
  /**
   * Everybody whom the filter finds, by id. Who is there all along is in it exactly once, whatever changes meanwhile;
   * others get their turn in between, however long it is.
   */
  read(filter: AccountFilter): AsyncIterable<ListedAccount>;
  /** How many active accounts have which ways in, and the first few of each by name. */
  countWaysIn(
    first: number,
  ): Promise<{ readonly ways: WaysIn; readonly count: number; readonly first: Pick<Account, 'name' | 'email'>[] }[]>;
  setPreferences(id: AccountId, preferences: Partial<AccountPreferences>): Promise<void>;
  /** False when somebody has the address; of two concurrent calls for one address exactly one returns true. */
  setEmail(id: AccountId, email: string): Promise<boolean>;
  setStatus(id: AccountId, status: AccountStatus): Promise<void>;
  setCurrentWorkspace(id: AccountId, workspaceId: WorkspaceId): Promise<void>;
  noteSignIn(id: AccountId, at: Date, ip: string): Promise<void>;
  /** With everything that belongs to it. Of two concurrent calls exactly one returns true. */
  remove(id: AccountId): Promise<boolean>;
}
