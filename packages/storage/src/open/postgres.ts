import {
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresQueryResult,
  sql as raw,
} from 'kysely';
import { Pool, type QueryConfig, TypeOverrides, types } from 'pg';
import type { Engine } from '../database.ts';
import type { Dialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { compiler, type Input, type Statement } from '../statement.ts';
import { transactionDatabase } from '../transaction-database.ts';

export interface PostgresLocation {
  /** `postgres://user:password@host:port/database`. */
  readonly databaseUrl: string;
  /** How many connections are open at once. */
  readonly poolSize?: number;
}

const DEFAULT_POOL_SIZE = 10;
/** For how long a request waits for a connection before it fails. */
const CONNECTION_TIMEOUT_MS = 10_000;
/** When the server gives up on a transaction whose program fell silent, and frees the rows it has locked. */
const IDLE_TRANSACTION_TIMEOUT_MS = 30_000;
/** Names the advisory lock of our migrations: "latchkey" in ASCII. */
const MIGRATION_LOCK = 0x6c6174636b6579n;

const DIALECT: Dialect = {
  hasRowLocks: true,
  nullsFirst: 'nulls first',
  serial: 'bigserial',
  lockMigrations: async (transaction) => {
    await raw`select pg_advisory_xact_lock(${raw.lit(MIGRATION_LOCK)})`.execute(transaction);
  },
};

/** PostgreSQL, or what speaks its protocol. A lost connection fails who uses it; the next one gets a new one. */
export function openPostgres({ databaseUrl, poolSize = DEFAULT_POOL_SIZE }: PostgresLocation): Engine {
  const pool = openPool(databaseUrl, poolSize);
  const named = namer();
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: kyselyPool(pool, named) }) });
  const compile = compiler(kysely, DIALECT);

  async function run<Keys extends Input<Keys>, Row>(statement: Statement<Keys, Row>, input: Keys) {
    const { sql, parametersOf } = compile(statement, input);
    return pool.query(named(sql, parametersOf(input)));
  }
  return {
    dialect: DIALECT,
    kysely,
    read: async (statement, input) => (await run(statement, input)).rows,
    select: async (query) => {
      const { sql, parameters } = query.compile();
      return (await pool.query(named(sql, parameters))).rows;
    },
    write: async (statement, input) => (await run(statement, input)).rowCount ?? 0,
    writeReturning: async (statement, input) => (await run(statement, input)).rows,
    atomically: (work) =>
      kysely.transaction().execute((transaction) => work(transactionDatabase(transaction, compile))),
    close: () => pool.end(),
  };
}

function openPool(connectionString: string, max: number): Pool {
  const parsers = new TypeOverrides();
  // Milliseconds and counts; as text, `pg` would hand them over otherwise.
  parsers.setTypeParser(types.builtins.INT8, Number);
  const pool = new Pool({
    connectionString,
    max,
    types: parsers,
    keepAlive: true,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
  });
  // A connection that breaks while nobody waits for its answer tells only these; unheard, it would end the process.
  const ignore = () => {};
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return pool;
}

type Name = (text: string, values: readonly unknown[]) => QueryConfig;

/** Gives each text a name, by which a connection prepares it once instead of each time. */
function namer(): Name {
  const names = new Map<string, string>();
  return (text, values) => {
    if (values.length === 0) return { text };
    const name = names.get(text) ?? `latchkey_${names.size}`;
    names.set(text, name);
    return { name, text, values: [...values] };
  };
}

/** What Kysely asks of a pool, with named statements. */
function kyselyPool(pool: Pool, named: Name): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      // Kysely asks with a cursor only for streams, which nobody opens here.
      function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
      function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
      function query(text: unknown, values: readonly unknown[] = []): unknown {
        return client.query(named(String(text), values));
      }
      return { query, release: (destroy) => client.release(destroy) };
    },
  };
}
