import type { Transaction } from 'kysely';

/** What the engines say in different words. */
export interface Dialect {
  /** Whether writers run side by side, so that a row that is read to be changed must be locked. */
  readonly hasRowLocks: boolean;
  /** The type of a key that numbers rows in the order of insertion. */
  readonly serial: 'integer' | 'bigserial';
  /** How an index says that what is missing comes first; SQLite has no other way. */
  readonly nullsFirst: '' | 'nulls first';
  /** Lets one program at a time migrate, until the transaction ends. */
  lockMigrations<Tables>(transaction: Transaction<Tables>): Promise<void>;
}
