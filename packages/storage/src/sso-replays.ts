import type { SsoReplayGuard } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

/** What has expired is free again once it was swept. */
export function ssoReplays(db: Database): SsoReplayGuard {
  return {
    remember: async (key, expiresAt) => (await db.write(remember, { key, expires_at: expiresAt.getTime() })) === 1,
  };
}

const remember = (db: Kysely<Schema>, row: Schema['sso_replays']) =>
  db
    .insertInto('sso_replays')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doNothing());
