import type { ShareLink, ShareLinkStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { Schema, ShareLinkRow } from './schema.ts';

type Of = Pick<ShareLinkRow, 'webapp_id'>;

export function webAppShareLinks(db: Database): ShareLinkStore {
  return {
    async add({ id, webAppId, label, tokenHash, createdAt, expiresAt }) {
      await db.write(add, {
        id,
        webapp_id: webAppId,
        label,
        token_hash: tokenHash,
        created_at: createdAt.getTime(),
        expires_at: expiresAt.getTime(),
      });
    },
    async find(webapp_id, token_hash, now) {
      const [row] = await db.read(find, { webapp_id, token_hash, now: now.getTime() });
      return row && linkFrom(row);
    },
    async list(webapp_id, now) {
      return (await db.read(live, { webapp_id, now: now.getTime() })).map(linkFrom);
    },
    remove: async (webapp_id, id) => (await db.write(remove, { webapp_id, id })) === 1,
  };
}

const add = (db: Kysely<Schema>, row: ShareLinkRow) => db.insertInto('share_links').values(row);

const live = (db: Kysely<Schema>, { webapp_id, now }: Of & { now: number }) =>
  db
    .selectFrom('share_links')
    .select(['id', 'webapp_id', 'label', 'token_hash', 'created_at', 'expires_at'])
    .where('webapp_id', '=', webapp_id)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc');

const find = (db: Kysely<Schema>, { token_hash, ...of }: Of & { token_hash: string; now: number }) =>
  live(db, of).where('token_hash', '=', token_hash);

const remove = (db: Kysely<Schema>, { webapp_id, id }: Of & Pick<ShareLinkRow, 'id'>) =>
  db.deleteFrom('share_links').where('webapp_id', '=', webapp_id).where('id', '=', id);

function linkFrom(row: ShareLinkRow): ShareLink {
  return {
    id: row.id,
    webAppId: row.webapp_id,
    label: row.label,
    tokenHash: row.token_hash,
    createdAt: new Date(row.created_at),
    expiresAt: new Date(row.expires_at),
  };
}
