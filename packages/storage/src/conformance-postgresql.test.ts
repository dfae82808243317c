import type { Store } from '@latchkey/core';
import { aSealing, storeSuite } from '@latchkey/core/testing';
import { createDatabase, type TestDatabase } from '@latchkey/tools/real/postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { openStore } from './index.ts';

describe('on PostgreSQL', () => {
  let database: TestDatabase;
  let store: Store;
  let client: pg.Client;
  let asMigrated: readonly Contents[];
  beforeAll(async () => {
    database = await createDatabase();
    store = await openStore({ databaseUrl: database.url }, aSealing());
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    asMigrated = await contents(client);
  });
  afterAll(async () => {
    await client.end();
    await store.close();
    await database.drop();
  });

  storeSuite(async () => {
    onTestFinished(() => restore(client, asMigrated));
    return store;
  });
});

interface Contents {
  readonly table: string;
  readonly rows: string;
}

/** What stands in every table. */
async function contents(client: pg.Client): Promise<Contents[]> {
  const { rows: tables } = await client.query<{ table: string }>(
    `select quote_ident(tablename) as table from pg_tables where schemaname = 'public'`,
  );
  const read = async ({ table }: { table: string }) => {
    const { rows } = await client.query<{ rows: string }>(
      `select coalesce(json_agg(t), '[]')::text as rows from ${table} t`,
    );
    return { table, rows: rows[0]?.rows ?? '[]' };
  };
  return Promise.all(tables.map(read));
}

/** Makes every table hold just that again; much faster than a new database for each test. */
async function restore(client: pg.Client, before: readonly Contents[]): Promise<void> {
  // In one statement, because references are looked at when it ends.
  const deletions = before.map(({ table }, index) => `deletion_${index} as (delete from ${table})`);
  const insertions = before.filter(({ rows }) => rows !== '[]').map(insertion);
  await client.query(['begin', `with ${deletions.join(', ')} select`, ...insertions, 'commit'].join('; '));
}

function insertion({ table, rows }: Contents): string {
  return `insert into ${table} select * from json_populate_recordset(null::${table}, ${pg.escapeLiteral(rows)})`;
}
