import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '@latchkey/core';
import { storeSuite } from '@latchkey/core/testing';
import { createDatabase } from '@latchkey/tools/real/postgres';
import { afterEach, describe } from 'vitest';
import { openStore, type StoreLocation } from './index.ts';

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function openAt(location: StoreLocation): Promise<Store> {
  const store = await openStore(location);
  cleanUps.push(() => store.close());
  return store;
}

describe('on SQLite', () => {
  storeSuite(() => {
    const dataDir = mkdtempSync(join(tmpdir(), 'latchkey-store-'));
    cleanUps.push(() => rmSync(dataDir, { recursive: true, force: true }));
    return openAt({ dataDir });
  });
});

describe('on PostgreSQL', () => {
  storeSuite(async () => {
    const database = await createDatabase();
    cleanUps.push(database.drop);
    return openAt({ databaseUrl: database.url });
  });
});
