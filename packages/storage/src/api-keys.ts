import type { ApiKey, ApiKeyStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import { ACCOUNT_COLUMNS, accountFrom } from './account-columns.ts';
import type { Database } from './database.ts';
import { dateOrNull, msOrNull } from './epoch-ms.ts';
import type { ApiKeyRow, Schema } from './schema.ts';

type Id = ApiKeyRow['id'];

export function apiKeys(db: Database): ApiKeyStore {
  return {
    async add(key) {
      await db.write(add, rowOf(key));
    },
    async findAdmitted(hash) {
      const [row] = await db.read(admitted, { hash });
      if (row === undefined) return undefined;
      return {
        key: keyFrom({ ...row, id: row.key_id, name: row.key_name, created_at: row.key_created_at }),
        account: accountFrom(row),
        isAdministrator: row.administrator_id !== null,
      };
    },
    async noteUse(id, at) {
      await db.write(noteUse, { id, at: at.getTime() });
    },
    async list() {
      const rows = await db.read(kept, {});
      return rows.map(({ maker_name, ...row }) => ({ ...keyFrom(row), makerName: maker_name }));
    },
    revoke: async (id, at) => (await db.write(revoke, { id, at: at.getTime() })) === 1,
  };
}

const add = (db: Kysely<Schema>, row: ApiKeyRow) => db.insertInto('api_keys').values(row);

const COLUMNS = [
  'api_keys.prefix',
  'api_keys.token_hash',
  'api_keys.scopes',
  'api_keys.created_by',
  'api_keys.expires_at',
  'api_keys.last_used_at',
  'api_keys.revoked_at',
] as const;

const admitted = (db: Kysely<Schema>, { hash }: { hash: string }) =>
  db
    .selectFrom('api_keys')
    .innerJoin('accounts', 'accounts.id', 'api_keys.created_by')
    .leftJoin('system_administrators', 'system_administrators.account_id', 'accounts.id')
    .select(ACCOUNT_COLUMNS)
    .select(COLUMNS)
    .select(['api_keys.id as key_id', 'api_keys.name as key_name', 'api_keys.created_at as key_created_at'])
    .select('system_administrators.account_id as administrator_id')
    .where('api_keys.token_hash', '=', hash);

const kept = (db: Kysely<Schema>) =>
  db
    .selectFrom('api_keys')
    .innerJoin('accounts', 'accounts.id', 'api_keys.created_by')
    .select(COLUMNS)
    .select(['api_keys.id', 'api_keys.name', 'api_keys.created_at', 'accounts.name as maker_name'])
    .where('api_keys.revoked_at', 'is', null)
    .orderBy('api_keys.created_at', 'desc')
    .orderBy('api_keys.id', 'desc');

const noteUse = (db: Kysely<Schema>, { id, at }: { id: Id; at: number }) =>
  db.updateTable('api_keys').set({ last_used_at: at }).where('id', '=', id);

const revoke = (db: Kysely<Schema>, { id, at }: { id: Id; at: number }) =>
  db.updateTable('api_keys').set({ revoked_at: at }).where('id', '=', id).where('revoked_at', 'is', null);

function keyFrom(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    tokenHash: row.token_hash,
    scopes: JSON.parse(row.scopes),
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    expiresAt: dateOrNull(row.expires_at),
    lastUsedAt: dateOrNull(row.last_used_at),
    revokedAt: dateOrNull(row.revoked_at),
  };
}

function rowOf(key: ApiKey): ApiKeyRow {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    token_hash: key.tokenHash,
    scopes: JSON.stringify(key.scopes),
    created_by: key.createdBy,
    created_at: key.createdAt.getTime(),
    expires_at: msOrNull(key.expiresAt),
    last_used_at: msOrNull(key.lastUsedAt),
    revoked_at: msOrNull(key.revokedAt),
  };
}
