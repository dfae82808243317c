import type { SessionProof, UnfinishedSignIn, UnfinishedSignInStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { Schema, UnfinishedSignInRow } from './schema.ts';

export function unfinishedSignIns(db: Database): UnfinishedSignInStore {
  return {
    async add({ tokenHash, accountId, method, proof, createdAt, expiresAt }) {
      await db.write(add, {
        token_hash: tokenHash,
        account_id: accountId,
        method,
        proof: proof === null ? null : JSON.stringify(proof),
        created_at: createdAt.getTime(),
        expires_at: expiresAt.getTime(),
      });
    },
    async find(token_hash, now) {
      const [row] = await db.read(find, { token_hash, now: now.getTime() });
      if (row === undefined) return undefined;
      const { account_id: accountId, method, created_at, expires_at } = row;
      const times = { createdAt: new Date(created_at), expiresAt: new Date(expires_at) };
      return { tokenHash: token_hash, accountId, method, proof: proofFrom(row.proof), ...times };
    },
    take: async (token_hash) => (await db.write(take, { token_hash })) === 1,
    async takeAll(account_id) {
      await db.write(takeAll, { account_id });
    },
  };
}

type Key = Pick<UnfinishedSignInRow, 'token_hash'>;

const add = (db: Kysely<Schema>, row: UnfinishedSignInRow) => db.insertInto('unfinished_sign_ins').values(row);

const find = (db: Kysely<Schema>, { token_hash, now }: Key & { now: number }) =>
  db
    .selectFrom('unfinished_sign_ins')
    .select(['account_id', 'method', 'proof', 'created_at', 'expires_at'])
    .where('token_hash', '=', token_hash)
    .where('expires_at', '>', now);

const take = (db: Kysely<Schema>, { token_hash }: Key) =>
  db.deleteFrom('unfinished_sign_ins').where('token_hash', '=', token_hash);

const takeAll = (db: Kysely<Schema>, { account_id }: Pick<UnfinishedSignInRow, 'account_id'>) =>
  db.deleteFrom('unfinished_sign_ins').where('account_id', '=', account_id);

function proofFrom(json: string | null): UnfinishedSignIn['proof'] {
  if (json === null) return null;
  const { endsAt, ...proof }: SessionProof = JSON.parse(json);
  return { ...proof, endsAt: new Date(endsAt) };
}
