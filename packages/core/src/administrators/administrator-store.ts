import type { AccountId } from '@latchkey/contract/vocabulary';
import type { Administrator } from './administrator.ts';

export interface AdministratorStore {
  /** Idempotent. */
  add(accountId: AccountId, at: Date): Promise<void>;
  /** Of two concurrent calls exactly one returns true. */
  remove(accountId: AccountId): Promise<boolean>;
  has(accountId: AccountId): Promise<boolean>;
  /** Oldest first. */
  list(): Promise<Administrator[]>;
  /**
   * The same, inside of a transaction that takes a way in away: another one that asks waits until this one ends, so that
   * two administrators cannot remove each other at once.
   */
  listForRemoval(): Promise<Administrator[]>;
}
