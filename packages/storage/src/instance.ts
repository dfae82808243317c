import type { InstanceStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { onlyRow } from './only-row.ts';
import type { Schema } from './schema.ts';

export function instance(db: Database): InstanceStore {
  return {
    async setUpAt() {
      const { set_up_at } = onlyRow(await db.read(setUp, {}));
      return set_up_at === null ? undefined : new Date(set_up_at);
    },
    markSetUp: async (at) => (await db.write(markSetUp, { at: at.getTime() })) === 1,
    async keyFingerprint(fingerprint) {
      const { key_fingerprint } = onlyRow(await db.writeReturning(keepFingerprint, { fingerprint }));
      return key_fingerprint;
    },
  };
}

const setUp = (db: Kysely<Schema>) => db.selectFrom('instance').select('set_up_at');

const markSetUp = (db: Kysely<Schema>, { at }: { at: number }) =>
  db.updateTable('instance').set({ set_up_at: at }).where('set_up_at', 'is', null);

const keepFingerprint = (db: Kysely<Schema>, { fingerprint }: { fingerprint: string }) =>
  db
    .updateTable('instance')
    .set((eb) => ({ key_fingerprint: eb.fn.coalesce('key_fingerprint', eb.val(fingerprint)) }))
    .returning((eb) => eb.ref('key_fingerprint').$notNull().as('key_fingerprint'));
