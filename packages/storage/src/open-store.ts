import type { Sealing, Store } from '@latchkey/core';
import type { Kysely } from 'kysely';
import { chainOlder } from './audit-chain.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { migrate } from './migrations/migrate.ts';
import { openEngine, type StoreLocation } from './open/open-engine.ts';
import type { Schema } from './schema.ts';
import { storesOn } from './stores.ts';
import { sweep } from './sweep.ts';
import { writtenAtEnd } from './written-at-end.ts';

/**
 * Opens a store and brings its tables to this program's version; rejects when they are of a newer one. Secrets that must
 * be read again are kept sealed.
 */
export async function openStore(location: StoreLocation, sealing: Sealing): Promise<Store> {
  const engine = await openEngine(location);
  try {
    await migrate(engine, MIGRATIONS);
    await chainOlder(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return {
    ...storesOn(engine, sealing),
    transaction: (work) =>
      engine.atomically((db) => writtenAtEnd(db, (atEnd) => work({ ...storesOn(db, sealing), ...atEnd }))),
    sweep: (now, retention) => sweep(engine, now, retention),
    async ping() {
      await engine.read(anything, {});
    },
    close: engine.close,
  };
}

const anything = (db: Kysely<Schema>) => db.selectFrom('instance').select('id');
