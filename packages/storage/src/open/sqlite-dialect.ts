import type { DatabaseSync } from 'node:sqlite';
import {
  type Dialect,
  type Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** Kysely on a handle of `node:sqlite`. */
export function sqliteDialect(handle: DatabaseSync, prepare: SqliteDatabase['prepare']): Dialect {
  return {
    createDriver: () => new DurableTransactionDriver(handle, prepare),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
  };
}

/** Transactions that have the write lock from their start, and survive a power cut from their end. */
class DurableTransactionDriver extends SqliteDriver {
  readonly #handle: DatabaseSync;

  constructor(handle: DatabaseSync, prepare: SqliteDatabase['prepare']) {
    super({ database: { prepare, close: () => handle.close() } });
    this.#handle = handle;
  }

  // A transaction that reads first and asks for the write lock later fails when another program wrote in between.
  override async beginTransaction(): Promise<void> {
    this.#handle.exec('pragma synchronous = full');
    this.#handle.exec('begin immediate');
  }

  // SQLite has rolled back by itself when the disk was full.
  override async rollbackTransaction(): Promise<void> {
    if (this.#handle.isTransaction) this.#handle.exec('rollback');
  }

  override async releaseConnection(): Promise<void> {
    this.#handle.exec('pragma synchronous = normal');
  }
}
