import type { PendingLink, PendingLinkStore, Sealing } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { PendingLinkRow, Schema } from './schema.ts';

/** Sealed together. */
type Person = Pick<PendingLink, 'subject' | 'email' | 'name'>;

export function pendingLinks(db: Database, sealing: Sealing): PendingLinkStore {
  return {
    async add({ tokenHash, connectionId, subject, email, name, createdAt, expiresAt }) {
      const person: Person = { subject, email, name };
      await db.write(add, {
        token_hash: tokenHash,
        connection_id: connectionId,
        person: sealing.seal(JSON.stringify(person)),
        created_at: createdAt.getTime(),
        expires_at: expiresAt.getTime(),
      });
    },
    async find(token_hash, now) {
      const [row] = await db.read(find, { token_hash, now: now.getTime() });
      if (row === undefined) return undefined;
      const person: Person = JSON.parse(sealing.open(row.person));
      const times = { createdAt: new Date(row.created_at), expiresAt: new Date(row.expires_at) };
      return { ...person, tokenHash: row.token_hash, connectionId: row.connection_id, ...times };
    },
    take: async (token_hash) => (await db.write(take, { token_hash })) === 1,
  };
}

const add = (db: Kysely<Schema>, row: PendingLinkRow) => db.insertInto('pending_links').values(row);

const find = (db: Kysely<Schema>, { token_hash, now }: { token_hash: string; now: number }) =>
  db.selectFrom('pending_links').selectAll().where('token_hash', '=', token_hash).where('expires_at', '>', now);

const take = (db: Kysely<Schema>, { token_hash }: { token_hash: string }) =>
  db.deleteFrom('pending_links').where('token_hash', '=', token_hash);
