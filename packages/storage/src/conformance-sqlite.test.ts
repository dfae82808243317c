import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aSealing, storeSuite } from '@latchkey/core/testing';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { openStore } from './index.ts';

describe('on SQLite', () => {
  const migrated = newFolder();
  beforeAll(async () => (await openStore({ dataDir: migrated }, aSealing())).close());
  afterAll(() => rmSync(migrated, { recursive: true, force: true }));

  storeSuite(async () => {
    const dataDir = newFolder();
    // Much faster than to migrate for each test.
    cpSync(migrated, dataDir, { recursive: true });
    const store = await openStore({ dataDir }, aSealing());
    onTestFinished(async () => {
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    });
    return store;
  });
});

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'latchkey-store-'));
}
