import type { AdmittedSession, ConsoleSession, ConsoleSessionStore, RefreshToken } from '@latchkey/core';
import { type Kysely, sql } from 'kysely';
import { ACCOUNT_COLUMNS, accountFrom } from './account-columns.ts';
import { anyOr } from './any-or.ts';
import {
  CONSOLE_SESSION_COLUMNS,
  type ConsoleSessionColumns,
  consoleSessionFrom,
  consoleSessionRow,
} from './console-session-columns.ts';
import type { Database } from './database.ts';
import { dateOrNull, msOrNull } from './epoch-ms.ts';
import type { AccountRow, ConsoleSessionRow, RefreshTokenRow, Schema } from './schema.ts';

type Id = ConsoleSession['id'];
type AccountId = ConsoleSession['accountId'];

export function consoleSessions(db: Database): ConsoleSessionStore {
  return {
    add: (session, token) =>
      db.atomically(async (transaction) => {
        await transaction.write(add, consoleSessionRow(session));
        await transaction.write(addToken, tokenRow(token));
      }),
    async findAdmitted(id) {
      const [row] = await db.read(admitted, { id });
      return row && admittedFrom(row);
    },
    async findRefreshToken(hash) {
      const [row] = await db.read(admittedByToken, { hash });
      return row && { ...admittedFrom(row), token: tokenFrom(row) };
    },
    markRefreshTokenUsed: async (hash, at) => (await db.write(markUsed, { hash, at: at.getTime() })) === 1,
    async addRefreshToken(token) {
      await db.write(addToken, tokenRow(token));
    },
    async noteUse(id, at) {
      await db.write(noteUse, { id, at: at.getTime() });
    },
    async listLive(accountId, now) {
      return (await db.read(live, { accountId, now: now.getTime() })).map(consoleSessionFrom);
    },
    async recentIps(accountId) {
      return (await db.read(recentIps, { accountId })).map(({ ip }) => ip);
    },
    revoke: async (id, accountId, at) => (await db.write(revoke, { id, accountId, at: at.getTime() })) === 1,
    revokeAll: (accountId, at, except) => {
      const input = { accountId, at: at.getTime() };
      return except === undefined ? db.write(revokeAll, input) : db.write(revokeOthers, { ...input, except });
    },
    revokeEverybodys: (at) => db.write(revokeEverybodys, { at: at.getTime() }),
    revokeByIdentity: (identityId, at, { providerSession = '', except = '' } = {}) =>
      db.write(revokeByIdentity, { identityId, at: at.getTime(), providerSession, except }),
  };
}

const add = (db: Kysely<Schema>, row: ConsoleSessionRow) => db.insertInto('console_sessions').values(row);

const addToken = (db: Kysely<Schema>, row: RefreshTokenRow) => db.insertInto('refresh_tokens').values(row);

const sessionsWithAccount = (db: Kysely<Schema>) =>
  db
    .selectFrom('console_sessions')
    .innerJoin('accounts', 'accounts.id', 'console_sessions.account_id')
    .leftJoin('passwords', 'passwords.account_id', 'accounts.id')
    .select(CONSOLE_SESSION_COLUMNS)
    .select(ACCOUNT_COLUMNS)
    .select('passwords.account_id as password_account_id');

const admitted = (db: Kysely<Schema>, { id }: { id: Id }) =>
  sessionsWithAccount(db).where('console_sessions.id', '=', id);

const admittedByToken = (db: Kysely<Schema>, { hash }: { hash: string }) =>
  sessionsWithAccount(db)
    .innerJoin('refresh_tokens', 'refresh_tokens.session_id', 'console_sessions.id')
    .select(['refresh_tokens.hash', 'refresh_tokens.issued_at', 'refresh_tokens.expires_at', 'refresh_tokens.used_at'])
    .where('refresh_tokens.hash', '=', hash);

const markUsed = (db: Kysely<Schema>, { hash, at }: { hash: string; at: number }) =>
  db.updateTable('refresh_tokens').set({ used_at: at }).where('hash', '=', hash).where('used_at', 'is', null);

const noteUse = (db: Kysely<Schema>, { id, at }: { id: Id; at: number }) =>
  db.updateTable('console_sessions').set({ last_used_at: at }).where('id', '=', id);

const live = (db: Kysely<Schema>, { accountId, now }: { accountId: AccountId; now: number }) =>
  db
    .selectFrom('console_sessions')
    .select(CONSOLE_SESSION_COLUMNS)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('refresh_tokens')
          .select('hash')
          .whereRef('refresh_tokens.session_id', '=', 'console_sessions.id')
          .where('refresh_tokens.expires_at', '>', now),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc');

const recentIps = (db: Kysely<Schema>, { accountId }: { accountId: AccountId }) =>
  db
    .selectFrom('console_sessions')
    .select('ip')
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .limit(50);

const revokeEverybodys = (db: Kysely<Schema>, { at }: { at: number }) =>
  db
    .updateTable('console_sessions')
    .set({ revoked_at: at })
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at);

const revokeAll = (db: Kysely<Schema>, { accountId, ...input }: { accountId: AccountId; at: number }) =>
  revokeEverybodys(db, input).where('account_id', '=', accountId);

const revoke = (db: Kysely<Schema>, { id, ...input }: { id: Id; accountId: AccountId; at: number }) =>
  revokeAll(db, input).where('id', '=', id);

const revokeOthers = (db: Kysely<Schema>, { except, ...input }: { accountId: AccountId; at: number; except: Id }) =>
  revokeAll(db, input).where('id', '!=', except);

const revokeByIdentity = (
  db: Kysely<Schema>,
  {
    identityId,
    at,
    providerSession,
    except,
  }: { identityId: NonNullable<ConsoleSession['identityId']>; at: number; providerSession: string; except: string },
) =>
  db
    .updateTable('console_sessions')
    .set({ revoked_at: at })
    .where('identity_id', '=', identityId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .where(anyOr(providerSession, sql.ref('provider_session')))
    .where('id', '!=', except as Id);

function admittedFrom(
  row: ConsoleSessionColumns & AccountRow & { password_account_id: AccountId | null },
): AdmittedSession {
  return {
    session: consoleSessionFrom(row),
    account: accountFrom(row),
    isPasswordSet: row.password_account_id !== null,
  };
}

function tokenFrom(row: RefreshTokenRow): RefreshToken {
  return {
    hash: row.hash,
    sessionId: row.session_id,
    issuedAt: new Date(row.issued_at),
    expiresAt: new Date(row.expires_at),
    usedAt: dateOrNull(row.used_at),
  };
}

function tokenRow(token: RefreshToken): RefreshTokenRow {
  return {
    hash: token.hash,
    session_id: token.sessionId,
    issued_at: token.issuedAt.getTime(),
    expires_at: token.expiresAt.getTime(),
    used_at: msOrNull(token.usedAt),
  };
}
