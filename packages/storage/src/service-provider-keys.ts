import type { Sealing, ServiceProviderKeyStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { onlyRow } from './only-row.ts';
import type { Schema } from './schema.ts';

export function serviceProviderKeys(db: Database, sealing: Sealing): ServiceProviderKeyStore {
  return {
    async get() {
      const { service_provider_keys } = onlyRow(await db.read(stored, {}));
      return service_provider_keys === null ? undefined : sealing.open(service_provider_keys);
    },
    async keep(keys) {
      const { kept } = onlyRow(await db.writeReturning(keep, { keys: sealing.seal(keys) }));
      return sealing.open(kept);
    },
  };
}

const stored = (db: Kysely<Schema>) => db.selectFrom('instance').select('service_provider_keys');

const keep = (db: Kysely<Schema>, { keys }: { keys: string }) =>
  db
    .updateTable('instance')
    .set((eb) => ({ service_provider_keys: eb.fn.coalesce('service_provider_keys', eb.val(keys)) }))
    .returning((eb) => eb.ref('service_provider_keys').$notNull().as('kept'));
