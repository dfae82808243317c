import type { ExternalSession, ExternalSessionStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { Dialect } from './dialect.ts';
import { dateOrNull, msOrNull } from './epoch-ms.ts';
import type { ExternalSessionRow, ExternalUserRow, Schema } from './schema.ts';

type Id = ExternalSession['id'];
type UserId = ExternalSession['externalUserId'];

export function externalSessions(db: Database): ExternalSessionStore {
  return {
    replace: (session) =>
      db.atomically(async (transaction) => {
        const row = rowOf(session);
        await transaction.read(lockUser, { userId: row.external_user_id });
        const { external_user_id, client_id, device_label, created_at } = row;
        await transaction.write(endSame, { external_user_id, client_id, device_label, created_at });
        await transaction.write(add, row);
      }),
    async findAdmitted(tokenHash) {
      const [row] = await db.read(admitted, { tokenHash });
      if (row === undefined) return undefined;
      const { id, connection_id: connectionId, subject, email, name, refused_at, created_at, last_visit_at } = row;
      const times = { createdAt: new Date(created_at), lastVisitAt: new Date(last_visit_at) };
      const user = { id, connectionId, subject, email, name, refusedAt: dateOrNull(refused_at), ...times };
      const session = { ...row, id: row.session_id, created_at: row.session_created_at };
      return { session: sessionFrom(session), user };
    },
    async find(id, userId) {
      const [row] = await db.read(byId, { id, userId });
      return row && sessionFrom(row);
    },
    async noteUse(id, at) {
      await db.write(noteUse, { id, at: at.getTime() });
    },
    async listLive(userId, now, { offset, limit }) {
      const input = { userId, now: now.getTime() };
      const rows = await db.read(livePage, { ...input, offset, limit });
      const [counted] = await db.read(liveCount, input);
      return { total: counted?.total ?? 0, sessions: rows.map(sessionFrom) };
    },
    revoke: async (id, userId, at) => (await db.write(revoke, { id, userId, at: at.getTime() })) === 1,
    revokeEverybodys: (at) => db.write(revokeEverybodys, { at: at.getTime() }),
  };
}

// As with the terminals of accounts: two replacements at once would both find nothing to end.
const lockUser = (db: Kysely<Schema>, { userId }: { userId: UserId }, { hasRowLocks }: Dialect) =>
  db
    .selectFrom('external_users')
    .select('id')
    .where('id', '=', userId)
    .$if(hasRowLocks, (query) => query.forNoKeyUpdate());

const endSame = (
  db: Kysely<Schema>,
  row: Pick<ExternalSessionRow, 'external_user_id' | 'client_id' | 'device_label' | 'created_at'>,
) =>
  db
    .updateTable('external_sessions')
    .set({ revoked_at: row.created_at })
    .where('external_user_id', '=', row.external_user_id)
    .where('client_id', '=', row.client_id)
    .where('device_label', '=', row.device_label)
    .where('revoked_at', 'is', null);

const add = (db: Kysely<Schema>, row: ExternalSessionRow) => db.insertInto('external_sessions').values(row);

const admitted = (db: Kysely<Schema>, { tokenHash }: { tokenHash: string }) =>
  db
    .selectFrom('external_sessions')
    .innerJoin('external_users', 'external_users.id', 'external_sessions.external_user_id')
    .select(USER_COLUMNS)
    .select([
      'external_sessions.id as session_id',
      'external_sessions.external_user_id',
      'external_sessions.issuer',
      'external_sessions.client_id',
      'external_sessions.device_label',
      'external_sessions.prefix',
      'external_sessions.token_hash',
      'external_sessions.ip',
      'external_sessions.created_at as session_created_at',
      'external_sessions.last_used_at',
      'external_sessions.expires_at',
      'external_sessions.revoked_at',
    ])
    .where('external_sessions.token_hash', '=', tokenHash);

const USER_COLUMNS = [
  'external_users.id',
  'external_users.connection_id',
  'external_users.subject',
  'external_users.email',
  'external_users.name',
  'external_users.refused_at',
  'external_users.created_at',
  'external_users.last_visit_at',
] as const satisfies readonly `external_users.${keyof ExternalUserRow}`[];

const byId = (db: Kysely<Schema>, { id, userId }: { id: Id; userId: UserId }) =>
  db.selectFrom('external_sessions').selectAll().where('id', '=', id).where('external_user_id', '=', userId);

const noteUse = (db: Kysely<Schema>, { id, at }: { id: Id; at: number }) =>
  db.updateTable('external_sessions').set({ last_used_at: at }).where('id', '=', id);

const live = (db: Kysely<Schema>, { userId, now }: { userId: UserId; now: number }) =>
  db
    .selectFrom('external_sessions')
    .where('external_user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now);

const livePage = (
  db: Kysely<Schema>,
  { offset, limit, ...input }: { userId: UserId; now: number; offset: number; limit: number },
) => live(db, input).selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).offset(offset);

const liveCount = (db: Kysely<Schema>, input: { userId: UserId; now: number }) =>
  live(db, input).select((eb) => eb.fn.countAll<number>().as('total'));

const revokeEverybodys = (db: Kysely<Schema>, { at }: { at: number }) =>
  db
    .updateTable('external_sessions')
    .set({ revoked_at: at })
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at);

const revoke = (db: Kysely<Schema>, { id, userId, ...input }: { id: Id; userId: UserId; at: number }) =>
  revokeEverybodys(db, input).where('id', '=', id).where('external_user_id', '=', userId);

function sessionFrom(row: ExternalSessionRow): ExternalSession {
  return {
    id: row.id,
    externalUserId: row.external_user_id,
    issuer: row.issuer,
    clientId: row.client_id,
    deviceLabel: row.device_label,
    prefix: row.prefix,
    tokenHash: row.token_hash,
    ip: row.ip,
    createdAt: new Date(row.created_at),
    lastUsedAt: dateOrNull(row.last_used_at),
    expiresAt: new Date(row.expires_at),
    revokedAt: dateOrNull(row.revoked_at),
  };
}

function rowOf(session: ExternalSession): ExternalSessionRow {
  return {
    id: session.id,
    external_user_id: session.externalUserId,
    issuer: session.issuer,
    client_id: session.clientId,
    device_label: session.deviceLabel,
    prefix: session.prefix,
    token_hash: session.tokenHash,
    ip: session.ip,
    created_at: session.createdAt.getTime(),
    last_used_at: msOrNull(session.lastUsedAt),
    expires_at: session.expiresAt.getTime(),
    revoked_at: msOrNull(session.revokedAt),
  };
}
