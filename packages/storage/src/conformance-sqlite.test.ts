import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aSealing, storeSuite } from '@latchkey/core/testing';
import { describe, onTestFinished } from 'vitest';
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
