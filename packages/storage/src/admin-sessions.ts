import type { AdminSession, AdminSessionStore } from '@latchkey/core';
import { type Kysely, sql } from 'kysely';
import { ACCOUNT_COLUMNS, accountFrom } from './account-columns.ts';
import { anyOr } from './any-or.ts';
import type { Database } from './database.ts';
import { dateOrNull, msOrNull } from './epoch-ms.ts';
import type { AdminSessionRow, Schema } from './schema.ts';

type Id = AdminSessionRow['id'];
type AccountId = AdminSessionRow['account_id'];

export function adminSessions(db: Database): AdminSessionStore {
  return {
    async add(session) {
      await db.write(add, rowOf(session));
    },
    async findAdmitted(hash) {
      const [row] = await db.read(admitted, { hash });
      if (row === undefined) return undefined;
      return {
        session: sessionFrom({ ...row, id: row.session_id, created_at: row.session_created_at }),
        account: accountFrom(row),
        isAdministrator: row.administrator_id !== null,
        hasOneTimePassword: row.is_one_time === 1,
      };
    },
    async noteUse(id, at) {
      await db.write(noteUse, { id, at: at.getTime() });
    },
    revoke: async (id, at) => (await db.write(revoke, { id, at: at.getTime() })) === 1,
    revokeAll: (accountId, at, except) =>
      except === undefined
        ? db.write(revokeAll, { accountId, at: at.getTime() })
        : db.write(revokeOthers, { accountId, at: at.getTime(), except }),
    revokeEverybodys: (at, except) => db.write(revokeEverybodys, { at: at.getTime(), except: except ?? '' }),
    revokeByIdentity: (identityId, at, providerSession = '') =>
      db.write(revokeByIdentity, { identityId, at: at.getTime(), providerSession }),
  };
}

const add = (db: Kysely<Schema>, row: AdminSessionRow) => db.insertInto('admin_sessions').values(row);

const admitted = (db: Kysely<Schema>, { hash }: { hash: string }) =>
  db
    .selectFrom('admin_sessions')
    .innerJoin('accounts', 'accounts.id', 'admin_sessions.account_id')
    .leftJoin('passwords', 'passwords.account_id', 'accounts.id')
    .leftJoin('system_administrators', 'system_administrators.account_id', 'accounts.id')
    .select(ACCOUNT_COLUMNS)
    .select([
      'admin_sessions.id as session_id',
      'admin_sessions.account_id',
      'admin_sessions.token_hash',
      'admin_sessions.is_by_link',
      'admin_sessions.ip',
      'admin_sessions.user_agent',
      'admin_sessions.created_at as session_created_at',
      'admin_sessions.last_used_at',
      'admin_sessions.expires_at',
      'admin_sessions.revoked_at',
      'admin_sessions.identity_id',
      'admin_sessions.provider_session',
      'passwords.is_one_time',
      'system_administrators.account_id as administrator_id',
    ])
    .where('admin_sessions.token_hash', '=', hash);

const noteUse = (db: Kysely<Schema>, { id, at }: { id: Id; at: number }) =>
  db.updateTable('admin_sessions').set({ last_used_at: at }).where('id', '=', id);

const revoke = (db: Kysely<Schema>, { id, at }: { id: Id; at: number }) =>
  db.updateTable('admin_sessions').set({ revoked_at: at }).where('id', '=', id).where('revoked_at', 'is', null);

const revokeAll = (db: Kysely<Schema>, { accountId, at }: { accountId: AccountId; at: number }) =>
  db
    .updateTable('admin_sessions')
    .set({ revoked_at: at })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null);

const revokeOthers = (db: Kysely<Schema>, { except, ...input }: { accountId: AccountId; at: number; except: Id }) =>
  revokeAll(db, input).where('id', '!=', except);

const revokeEverybodys = (db: Kysely<Schema>, { at, except }: { at: number; except: string }) =>
  db
    .updateTable('admin_sessions')
    .set({ revoked_at: at })
    .where('revoked_at', 'is', null)
    .where('id', '!=', except as Id);

const revokeByIdentity = (
  db: Kysely<Schema>,
  {
    identityId,
    at,
    providerSession,
  }: { identityId: NonNullable<AdminSession['identityId']>; at: number; providerSession: string },
) =>
  db
    .updateTable('admin_sessions')
    .set({ revoked_at: at })
    .where('identity_id', '=', identityId)
    .where('revoked_at', 'is', null)
    .where(anyOr(providerSession, sql.ref('provider_session')));

function sessionFrom(row: AdminSessionRow): AdminSession {
  return {
    id: row.id,
    accountId: row.account_id,
    tokenHash: row.token_hash,
    isByLink: row.is_by_link === 1,
    ip: row.ip,
    userAgent: row.user_agent,
    createdAt: new Date(row.created_at),
    lastUsedAt: new Date(row.last_used_at),
    expiresAt: new Date(row.expires_at),
    revokedAt: dateOrNull(row.revoked_at),
    identityId: row.identity_id,
    providerSession: row.provider_session,
  };
}

function rowOf(session: AdminSession): AdminSessionRow {
  return {
    id: session.id,
    account_id: session.accountId,
    token_hash: session.tokenHash,
    is_by_link: session.isByLink ? 1 : 0,
    ip: session.ip,
    user_agent: session.userAgent,
    created_at: session.createdAt.getTime(),
    last_used_at: session.lastUsedAt.getTime(),
    expires_at: session.expiresAt.getTime(),
    revoked_at: msOrNull(session.revokedAt),
    identity_id: session.identityId,
    provider_session: session.providerSession,
  };
}
