import type { Administrator, AdministratorStore } from '@latchkey/core';
import { type Kysely, sql } from 'kysely';
import { ACCOUNT_COLUMNS, accountFrom } from './account-columns.ts';
import type { Database } from './database.ts';
import type { Dialect } from './dialect.ts';
import type { AccountRow, Schema, SystemAdministratorRow } from './schema.ts';

type Key = { accountId: SystemAdministratorRow['account_id'] };

export function administrators(db: Database): AdministratorStore {
  const list = async () => (await db.read(listed, {})).map(administratorFrom);
  return {
    async add(accountId, at) {
      await db.write(add, { account_id: accountId, added_at: at.getTime() });
    },
    remove: async (accountId) => (await db.write(remove, { accountId })) === 1,
    async has(accountId) {
      return (await db.read(one, { accountId })).length === 1;
    },
    list,
    async listForRemoval() {
      await db.read(lock, {});
      return list();
    },
  };
}

const add = (db: Kysely<Schema>, row: SystemAdministratorRow) =>
  db
    .insertInto('system_administrators')
    .values(row)
    .onConflict((conflict) => conflict.column('account_id').doNothing());

const remove = (db: Kysely<Schema>, { accountId }: Key) =>
  db.deleteFrom('system_administrators').where('account_id', '=', accountId);

const one = (db: Kysely<Schema>, { accountId }: Key) =>
  db.selectFrom('system_administrators').select('account_id').where('account_id', '=', accountId);

const listed = (db: Kysely<Schema>) =>
  db
    .selectFrom('system_administrators')
    .innerJoin('accounts', 'accounts.id', 'system_administrators.account_id')
    .leftJoin('passwords', 'passwords.account_id', 'accounts.id')
    .select(ACCOUNT_COLUMNS)
    .select(['system_administrators.added_at', 'passwords.is_one_time'])
    .select(opensByIdentity)
    .orderBy('system_administrators.added_at')
    .orderBy('accounts.id');

/** One row that everybody who takes a way in away locks first; SQLite writes one transaction at a time anyway. */
const lock = (db: Kysely<Schema>, _input: object, { hasRowLocks }: Dialect) => {
  const query = db.selectFrom('instance').select('id');
  return hasRowLocks ? query.forUpdate() : query;
};

/** How many linked identities would let them in. */
const opensByIdentity = sql<number>`(
  select count(*) from identities join sso_connections on sso_connections.id = identities.connection_id
  where identities.account_id = accounts.id and is_enabled = 1 and serves_administration = 1
)`.as('identity_count');

type Row = AccountRow & {
  added_at: number;
  is_one_time: number | null;
  identity_count: number;
};

function administratorFrom({ added_at, is_one_time, identity_count, ...account }: Row): Administrator {
  return {
    account: accountFrom(account),
    hasPassword: is_one_time === 0,
    hasIdentity: identity_count > 0,
    addedAt: new Date(added_at),
  };
}
