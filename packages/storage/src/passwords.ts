import type { PasswordStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { PasswordRow, Schema } from './schema.ts';

type AccountId = PasswordRow['account_id'];

export function passwords(db: Database): PasswordStore {
  return {
    async find(accountId) {
      const [row] = await db.read(stored, { accountId });
      return row && { hash: row.hash, isOneTime: row.is_one_time === 1, setAt: new Date(row.changed_at) };
    },
    async set(accountId, { hash, isOneTime }, at) {
      await db.write(set, { account_id: accountId, hash, is_one_time: isOneTime ? 1 : 0, changed_at: at.getTime() });
    },
    replace: async (accountId, from, to) => (await db.write(replace, { accountId, from, to })) === 1,
  };
}

const stored = (db: Kysely<Schema>, { accountId }: { accountId: AccountId }) =>
  db.selectFrom('passwords').select(['hash', 'is_one_time', 'changed_at']).where('account_id', '=', accountId);

const set = (db: Kysely<Schema>, row: PasswordRow) =>
  db
    .insertInto('passwords')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet((eb) => ({
        hash: eb.ref('excluded.hash'),
        is_one_time: eb.ref('excluded.is_one_time'),
        changed_at: eb.ref('excluded.changed_at'),
      })),
    );

const replace = (db: Kysely<Schema>, { accountId, from, to }: { accountId: AccountId; from: string; to: string }) =>
  db.updateTable('passwords').set({ hash: to }).where('account_id', '=', accountId).where('hash', '=', from);
