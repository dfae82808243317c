import type { AccessRequest, AccessRequestStore, ListedAccessRequest } from '@latchkey/core';
import type { Kysely } from 'kysely';
import { countUpTo } from './count-up-to.ts';
import type { Database } from './database.ts';
import type { AccessRequestRow, Schema } from './schema.ts';

type Listed = AccessRequestRow & { name: string; email: string };

export function accessRequests(db: Database): AccessRequestStore {
  return {
    async replace({ id, accountId, message, createdAt, status }) {
      await db.write(replace, { id, account_id: accountId, message, created_at: createdAt.getTime(), status });
    },
    async findOf(accountId) {
      const [row] = await db.read(byAccount, { accountId });
      return row && requestFrom(row);
    },
    async find(id) {
      const [row] = await db.read(byId, { id });
      return row && listedFrom(row);
    },
    async listOpen({ offset, limit }) {
      const query = listed(db.kysely).where('access_requests.status', '=', 'open');
      const oldest = query.orderBy('access_requests.created_at').orderBy('access_requests.id');
      const rows = await db.select(oldest.offset(offset).limit(limit));
      return { total: await countUpTo(db, query), data: rows.map(listedFrom) };
    },
    answer: async (id, status) => (await db.write(answer, { id, status })) === 1,
  };
}

const listed = (db: Kysely<Schema>) =>
  db
    .selectFrom('access_requests')
    .innerJoin('accounts', 'accounts.id', 'access_requests.account_id')
    .select([
      'access_requests.id',
      'access_requests.account_id',
      'access_requests.message',
      'access_requests.created_at',
      'access_requests.status',
      'accounts.name',
      'accounts.email',
    ]);

const byId = (db: Kysely<Schema>, { id }: Pick<AccessRequestRow, 'id'>) =>
  listed(db).where('access_requests.id', '=', id);

const byAccount = (db: Kysely<Schema>, { accountId }: { accountId: AccessRequestRow['account_id'] }) =>
  listed(db).where('access_requests.account_id', '=', accountId);

const replace = (db: Kysely<Schema>, row: AccessRequestRow) =>
  db
    .insertInto('access_requests')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet((eb) => ({
        id: eb.ref('excluded.id'),
        message: eb.ref('excluded.message'),
        created_at: eb.ref('excluded.created_at'),
        status: eb.ref('excluded.status'),
      })),
    );

const answer = (db: Kysely<Schema>, { id, status }: Pick<AccessRequestRow, 'id' | 'status'>) =>
  db.updateTable('access_requests').set({ status }).where('id', '=', id).where('status', '=', 'open');

function requestFrom(row: AccessRequestRow): AccessRequest {
  const { id, account_id: accountId, message, status } = row;
  return { id, accountId, message, createdAt: new Date(row.created_at), status };
}

function listedFrom({ name, email, ...row }: Listed): ListedAccessRequest {
  return { ...requestFrom(row), account: { id: row.account_id, name, email } };
}
