import type { Store } from '@latchkey/core';
import type { Kysely } from 'kysely';
import { MIGRATIONS } from './migrations/index.ts';
import { migrate } from './migrations/migrate.ts';
import { openEngine, type StoreLocation } from './open/open-engine.ts';
import type { Schema } from './schema.ts';
import { storesOn } from './stores.ts';
import { sweep } from './sweep.ts';

/** Opens a store and brings its tables to this program's version; rejects when they are of a newer one. */
export async function openStore(location: StoreLocation): Promise<Store> {
  const engine = await openEngine(location);
  try {
    await migrate(engine, MIGRATIONS);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return {
    ...storesOn(engine),
    transaction: (work) => engine.atomically((db) => work(storesOn(db))),
    sweep: (now) => sweep(engine, now),
    async ping() {
      await engine.read(anything, {});
    },
    close: engine.close,
  };
}

const anything = (db: Kysely<Schema>) => db.selectFrom('instance').select('id');
