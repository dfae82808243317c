import type { BearerSession, BearerSessionStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import { ACCOUNT_COLUMNS, accountFrom } from './account-columns.ts';
import { BEARER_SESSION_COLUMNS, bearerSessionFrom, bearerSessionRow } from './bearer-session-columns.ts';
import type { Database } from './database.ts';
import type { Dialect } from './dialect.ts';
import type { BearerSessionRow, Schema } from './schema.ts';

type Id = BearerSession['id'];
type AccountId = BearerSession['accountId'];

export function bearerSessions(db: Database): BearerSessionStore {
  return {
    replace: (session) =>
      db.atomically(async (transaction) => {
        const row = bearerSessionRow(session);
        const { account_id, client_id, device_label, created_at } = row;
        await transaction.read(lockAccount, { accountId: account_id });
        await transaction.write(endSame, { account_id, client_id, device_label, created_at });
        await transaction.write(add, row);
      }),
    async findAdmitted(tokenHash) {
      const [row] = await db.read(admitted, { tokenHash });
      return row && { session: bearerSessionFrom(row), account: accountFrom(row) };
    },
    async find(id, accountId) {
      const [row] = await db.read(byId, { id, accountId });
      return row && bearerSessionFrom(row);
    },
    async noteUse(id, at) {
      await db.write(noteUse, { id, at: at.getTime() });
    },
    async listLive(accountId, now, page) {
      const input = { accountId, now: now.getTime() };
      const [rows, [counted]] = await Promise.all([
        db.read(livePage, { ...input, offset: page.offset, limit: page.limit }),
        db.read(liveCount, input),
      ]);
      return { total: counted?.total ?? 0, sessions: rows.map(bearerSessionFrom) };
    },
    revoke: async (id, accountId, at) => (await db.write(revoke, { id, accountId, at: at.getTime() })) === 1,
    revokeAll: (accountId, at) => db.write(revokeAll, { accountId, at: at.getTime() }),
    revokeEverybodys: (at) => db.write(revokeEverybodys, { at: at.getTime() }),
  };
}

// Two replacements at once would both find nothing to end. `no key` leaves alone who only refers to the account.
const lockAccount = (db: Kysely<Schema>, { accountId }: { accountId: AccountId }, { hasRowLocks }: Dialect) =>
  db
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', accountId)
    .$if(hasRowLocks, (query) => query.forNoKeyUpdate());

const endSame = (
  db: Kysely<Schema>,
  row: Pick<BearerSessionRow, 'account_id' | 'client_id' | 'device_label' | 'created_at'>,
) =>
  db
    .updateTable('bearer_sessions')
    .set({ revoked_at: row.created_at })
    .where('account_id', '=', row.account_id)
    .where('client_id', '=', row.client_id)
    .where('device_label', '=', row.device_label)
    .where('revoked_at', 'is', null);

const add = (db: Kysely<Schema>, row: BearerSessionRow) => db.insertInto('bearer_sessions').values(row);

const admitted = (db: Kysely<Schema>, { tokenHash }: { tokenHash: string }) =>
  db
    .selectFrom('bearer_sessions')
    .innerJoin('accounts', 'accounts.id', 'bearer_sessions.account_id')
    .select(BEARER_SESSION_COLUMNS)
    .select(ACCOUNT_COLUMNS)
    .where('bearer_sessions.token_hash', '=', tokenHash);

const byId = (db: Kysely<Schema>, { id, accountId }: { id: Id; accountId: AccountId }) =>
  db
    .selectFrom('bearer_sessions')
    .select(BEARER_SESSION_COLUMNS)
    .where('id', '=', id)
    .where('account_id', '=', accountId);

const noteUse = (db: Kysely<Schema>, { id, at }: { id: Id; at: number }) =>
  db.updateTable('bearer_sessions').set({ last_used_at: at }).where('id', '=', id);

const live = (db: Kysely<Schema>, { accountId, now }: { accountId: AccountId; now: number }) =>
  db
    .selectFrom('bearer_sessions')
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now);

const livePage = (
  db: Kysely<Schema>,
  { offset, limit, ...input }: { accountId: AccountId; now: number; offset: number; limit: number },
) =>
  live(db, input)
    .select(BEARER_SESSION_COLUMNS)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset);

const liveCount = (db: Kysely<Schema>, input: { accountId: AccountId; now: number }) =>
  live(db, input).select((eb) => eb.fn.countAll<number>().as('total'));

const revokeEverybodys = (db: Kysely<Schema>, { at }: { at: number }) =>
  db
    .updateTable('bearer_sessions')
    .set({ revoked_at: at })
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at);

const revokeAll = (db: Kysely<Schema>, { accountId, ...input }: { accountId: AccountId; at: number }) =>
  revokeEverybodys(db, input).where('account_id', '=', accountId);

const revoke = (db: Kysely<Schema>, { id, ...input }: { id: Id; accountId: AccountId; at: number }) =>
  revokeAll(db, input).where('id', '=', id);
