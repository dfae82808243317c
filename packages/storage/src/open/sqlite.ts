import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Compilable, Kysely } from 'kysely';
import type { Engine } from '../database.ts';
import type { Dialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { compiler, type Input, type Statement } from '../statement.ts';
import { transactionDatabase } from '../transaction-database.ts';
import { commitTogether } from './commit-together.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { sqliteStatements } from './sqlite-statements.ts';

const DIALECT: Dialect = {
  hasRowLocks: false,
  nullsFirst: '',
  serial: 'integer',
  // A transaction has the write lock of the whole file from its start.
  lockMigrations: async () => {},
};

/** For how long a write waits for another program that writes to the same file. */
const BUSY_TIMEOUT_MS = 5000;

/**
 * SQLite in `<dataDir>/latchkey.db`, for the eyes of its owner only. Two handles: what writes runs on the one, one
 * transaction at a time; what only reads outside of transactions runs on the other and never waits.
 *
 * What a single statement wrote survives the end of the process; what a transaction committed, a power cut as well.
 */
export function openSqlite(dataDir: string): Engine {
  const path = ownFile(dataDir);
  const writer = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  writer.exec('pragma journal_mode = wal');
  writer.exec('pragma synchronous = normal');
  const reader = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, readOnly: true });
  const toRead = sqliteStatements(reader);
  const toWrite = sqliteStatements(writer);
  const kysely = new Kysely<Schema>({ dialect: sqliteDialect(writer, toWrite) });
  const compile = compiler(kysely, DIALECT);

  /** Not inside of another caller's transaction, but after it. */
  const inTurn = commitTogether(writer, (work) => kysely.connection().execute(work));

  async function read<Keys extends Input<Keys>, Row>(statement: Statement<Keys, Row>, input: Keys): Promise<Row[]> {
    const { sql, parametersOf } = compile(statement, input);
    return toRead(sql).all(parametersOf(input)) as Row[];
  }
  async function write<Keys extends Input<Keys>, Row>(statement: Statement<Keys, Row>, input: Keys): Promise<number> {
    const { sql, parametersOf } = compile(statement, input);
    const { changes } = await inTurn(() => toWrite(sql).run(parametersOf(input)));
    return Number(changes);
  }
  async function writeReturning<Keys extends Input<Keys>, Row>(
    statement: Statement<Keys, Row>,
    input: Keys,
  ): Promise<Row[]> {
    const { sql, parametersOf } = compile(statement, input);
    return (await inTurn(() => toWrite(sql).all(parametersOf(input)))) as Row[];
  }
  return {
    dialect: DIALECT,
    kysely,
    read,
    async select<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile();
      return toRead(sql).all(parameters) as Row[];
    },
    write,
    writeReturning,
    atomically: (work) =>
      kysely.transaction().execute((transaction) => work(transactionDatabase(transaction, compile))),
    close: async () => {
      // Its turn comes after the single writes that wait, and after the transaction that runs.
      await inTurn(() => {});
      await kysely.connection().execute(async () => {});
      reader.close();
      await kysely.destroy();
    },
  };
}

/** The path of the database file, which is made here: SQLite would let others read it. */
function ownFile(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'latchkey.db');
  // Never open a file that exists: closing it would drop the locks that another handle of this process holds on it.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  return path;
}
