import type { ExternalUser, ExternalUserStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import { countUpTo } from './count-up-to.ts';
import type { Database } from './database.ts';
import { dateOrNull } from './epoch-ms.ts';
import { containing } from './like.ts';
import { onlyRow } from './only-row.ts';
import type { ExternalUserRow, Schema } from './schema.ts';

type Id = ExternalUserRow['id'];

export function externalUsers(db: Database): ExternalUserStore {
  return {
    async visit(user) {
      const { id, connectionId, subject, email, name, createdAt, lastVisitAt } = user;
      const row = {
        id,
        connection_id: connectionId,
        subject,
        email,
        name,
        refused_at: null,
        created_at: createdAt.getTime(),
        last_visit_at: lastVisitAt.getTime(),
        search_text: `${name ?? ''} ${email ?? ''} ${subject}`.toLowerCase(),
      };
      return userFrom(onlyRow(await db.writeReturning(visit, row)));
    },
    async find(id) {
      const [row] = await db.read(byId, { id });
      return row && userFrom(row);
    },
    async list(search, { offset, limit }) {
      const all = db.kysely.selectFrom('external_users').select(COLUMNS);
      const query = search === '' ? all : all.where(containing('search_text', search));
      const page = query.orderBy('last_visit_at', 'desc').orderBy('id', 'desc').offset(offset).limit(limit);
      return { total: await countUpTo(db, query), data: (await db.select(page)).map(userFrom) };
    },
    setRefused: async (id, at) => (await db.write(setRefused, { id, refused_at: at?.getTime() ?? null })) === 1,
  };
}

const COLUMNS = [
  'id',
  'connection_id',
  'subject',
  'email',
  'name',
  'refused_at',
  'created_at',
  'last_visit_at',
] as const;

const visit = (db: Kysely<Schema>, row: Schema['external_users']) =>
  db
    .insertInto('external_users')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['connection_id', 'subject']).doUpdateSet((eb) => ({
        email: eb.ref('excluded.email'),
        name: eb.ref('excluded.name'),
        last_visit_at: eb.ref('excluded.last_visit_at'),
        search_text: eb.ref('excluded.search_text'),
      })),
    )
    .returning(COLUMNS);

const byId = (db: Kysely<Schema>, { id }: { id: Id }) =>
  db.selectFrom('external_users').select(COLUMNS).where('id', '=', id);

const setRefused = (db: Kysely<Schema>, { id, refused_at }: Pick<ExternalUserRow, 'id' | 'refused_at'>) =>
  db.updateTable('external_users').set({ refused_at }).where('id', '=', id);

function userFrom(row: ExternalUserRow): ExternalUser {
  return {
    id: row.id,
    connectionId: row.connection_id,
    subject: row.subject,
    email: row.email,
    name: row.name,
    refusedAt: dateOrNull(row.refused_at),
    createdAt: new Date(row.created_at),
    lastVisitAt: new Date(row.last_visit_at),
  };
}
