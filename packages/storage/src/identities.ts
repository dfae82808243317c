import type { Identity, IdentityStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { dateOrNull, msOrNull } from './epoch-ms.ts';
import { onlyRow } from './only-row.ts';
import type { IdentityRow, Schema } from './schema.ts';

export function identities(db: Database): IdentityStore {
  return {
    add: async (identity) => (await db.write(add, rowOf(identity))) === 1,
    async find(connection_id, subject) {
      const [row] = await db.read(bySubject, { connection_id, subject });
      return row && identityFrom(row);
    },
    async listOf(account_id) {
      return (await db.read(ofAccount, { account_id })).map(identityFrom);
    },
    async listOfConnection(connection_id) {
      const rows = await db.read(ofConnection, { connection_id });
      return rows.map(({ id, account_id: accountId }) => ({ id, accountId }));
    },
    async listBySession(connection_id, session) {
      const rows = await db.read(bySession, { connection_id, session, sameSession: session });
      return rows.map(({ id, account_id: accountId }) => ({ id, accountId }));
    },
    async count(connection_id) {
      return onlyRow(await db.read(count, { connection_id })).count;
    },
    async noteUse(id, at, { email, name }) {
      await db.write(noteUse, { id, last_used_at: at.getTime(), email, name });
    },
    remove: async (id, account_id) => (await db.write(remove, { id, account_id })) === 1,
  };
}

const add = (db: Kysely<Schema>, row: IdentityRow) =>
  db
    .insertInto('identities')
    .values(row)
    .onConflict((conflict) => conflict.columns(['connection_id', 'subject']).doNothing());

const all = (db: Kysely<Schema>) => db.selectFrom('identities').selectAll();

const bySubject = (db: Kysely<Schema>, { connection_id, subject }: Pick<IdentityRow, 'connection_id' | 'subject'>) =>
  all(db).where('connection_id', '=', connection_id).where('subject', '=', subject);

const ofAccount = (db: Kysely<Schema>, { account_id }: Pick<IdentityRow, 'account_id'>) =>
  all(db).where('account_id', '=', account_id).orderBy('created_at').orderBy('id');

const ofConnection = (db: Kysely<Schema>, { connection_id }: Pick<IdentityRow, 'connection_id'>) =>
  db.selectFrom('identities').select(['id', 'account_id']).where('connection_id', '=', connection_id);

const bySession = (
  db: Kysely<Schema>,
  {
    connection_id,
    session,
    sameSession,
  }: { connection_id: IdentityRow['connection_id']; session: string; sameSession: string },
) =>
  ofConnection(db, { connection_id }).where((eb) =>
    eb.or([
      eb('id', 'in', eb.selectFrom('console_sessions').select('identity_id').where('provider_session', '=', session)),
      eb('id', 'in', eb.selectFrom('admin_sessions').select('identity_id').where('provider_session', '=', sameSession)),
    ]),
  );

const count = (db: Kysely<Schema>, { connection_id }: Pick<IdentityRow, 'connection_id'>) =>
  db
    .selectFrom('identities')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('connection_id', '=', connection_id);

const noteUse = (db: Kysely<Schema>, { id, ...said }: Pick<IdentityRow, 'id' | 'last_used_at' | 'email' | 'name'>) =>
  db.updateTable('identities').set(said).where('id', '=', id);

const remove = (db: Kysely<Schema>, { id, account_id }: Pick<IdentityRow, 'id' | 'account_id'>) =>
  db.deleteFrom('identities').where('id', '=', id).where('account_id', '=', account_id);

function identityFrom(row: IdentityRow): Identity {
  return {
    id: row.id,
    connectionId: row.connection_id,
    subject: row.subject,
    accountId: row.account_id,
    email: row.email,
    name: row.name,
    rule: row.rule,
    createdAt: new Date(row.created_at),
    lastUsedAt: dateOrNull(row.last_used_at),
  };
}

function rowOf(identity: Identity): IdentityRow {
  return {
    id: identity.id,
    connection_id: identity.connectionId,
    subject: identity.subject,
    account_id: identity.accountId,
    email: identity.email,
    name: identity.name,
    rule: identity.rule,
    created_at: identity.createdAt.getTime(),
    last_used_at: msOrNull(identity.lastUsedAt),
  };
}
