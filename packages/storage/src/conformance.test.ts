import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aSealing, storeSuite } from '@latchkey/core/testing';
import { createDatabase, type TestDatabase } from '@latchkey/tools/real/postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { openStore } from './index.ts';

describe('on SQLite', () => {
  storeSuite(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'latchkey-store-'));
    const store = await openStore({ dataDir }, aSealing());
    onTestFinished(async () => {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    });
    return store;
  });
});

describe('on PostgreSQL', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  storeSuite(async () => {
    const store = await openStore({ databaseUrl: database.url }, aSealing());
    onTestFinished(async () => {
      await store.close();
      await empty(database.url);
    });
    return store;
  });
});

/** Much faster than a new database for each test. */
async function empty(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('drop schema public cascade; create schema public');
  await client.end();
}
