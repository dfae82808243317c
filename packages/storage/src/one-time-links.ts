import type { OneTimeLinkStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { OneTimeLinkRow, Schema } from './schema.ts';

type Key = Pick<OneTimeLinkRow, 'purpose' | 'token_hash'>;

export function oneTimeLinks(db: Database): OneTimeLinkStore {
  return {
    async add({ tokenHash, purpose, accountId, createdAt, expiresAt }) {
      await db.write(add, {
        token_hash: tokenHash,
        purpose,
        account_id: accountId,
        created_at: createdAt.getTime(),
        expires_at: expiresAt.getTime(),
      });
    },
    async find(purpose, token_hash, now) {
      const [row] = await db.read(find, { purpose, token_hash, now: now.getTime() });
      if (row === undefined) return undefined;
      const { account_id: accountId, created_at, expires_at } = row;
      const times = { createdAt: new Date(created_at), expiresAt: new Date(expires_at) };
      return { tokenHash: token_hash, purpose, accountId, ...times };
    },
    take: async (purpose, token_hash) => (await db.write(take, { purpose, token_hash })) === 1,
    async takeAll(account_id, purpose) {
      await db.write(takeAll, { account_id, purpose });
    },
  };
}

const add = (db: Kysely<Schema>, row: OneTimeLinkRow) => db.insertInto('one_time_links').values(row);

const find = (db: Kysely<Schema>, { purpose, token_hash, now }: Key & { now: number }) =>
  db
    .selectFrom('one_time_links')
    .select(['account_id', 'created_at', 'expires_at'])
    .where('token_hash', '=', token_hash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now);

const take = (db: Kysely<Schema>, { purpose, token_hash }: Key) =>
  db.deleteFrom('one_time_links').where('token_hash', '=', token_hash).where('purpose', '=', purpose);

const takeAll = (db: Kysely<Schema>, { purpose, account_id }: Pick<OneTimeLinkRow, 'purpose' | 'account_id'>) =>
  db.deleteFrom('one_time_links').where('account_id', '=', account_id).where('purpose', '=', purpose);
