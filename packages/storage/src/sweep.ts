import { setImmediate } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import type { Dialect } from './dialect.ts';
import type { Schema } from './schema.ts';

const DAY_MS = 86_400_000;
/** So few that whoever waits for the write lock meanwhile does not notice. */
const BATCH_SIZE = 500;

/** What goes: rows whose time lies further back than that. */
const SWEPT = [
  { ageMs: 0, batch: batch('limits', 'key', 'resets_at') },
  { ageMs: DAY_MS, batch: batch('refresh_tokens', 'hash', 'expires_at') },
  { ageMs: DAY_MS, batch: batch('device_grants', 'id', 'expires_at') },
  { ageMs: 30 * DAY_MS, batch: batch('console_sessions', 'id', 'expires_at') },
  { ageMs: 30 * DAY_MS, batch: batch('console_sessions', 'id', 'revoked_at') },
  { ageMs: 30 * DAY_MS, batch: batch('bearer_sessions', 'id', 'expires_at') },
  { ageMs: 30 * DAY_MS, batch: batch('bearer_sessions', 'id', 'revoked_at') },
];

/** Deletes what nobody asks for any more, a batch at a time, and lets others work in between. */
export async function sweep(db: Database, now: Date): Promise<void> {
  for (const { ageMs, batch } of SWEPT) {
    const input = { before: now.getTime() - ageMs };
    while ((await db.write(batch, input)) >= BATCH_SIZE) await setImmediate();
  }
}

/** Passes over rows that another replica deletes at the same time. */
function batch(table: keyof Schema, key: string, time: string) {
  return (db: Kysely<Schema>, { before }: { before: number }, { hasRowLocks }: Dialect) => {
    const query = sql<never>`
      delete from ${sql.table(table)} where ${sql.ref(key)} in (
        select ${sql.ref(key)} from ${sql.table(table)} where ${sql.ref(time)} < ${before}
        limit ${sql.lit(BATCH_SIZE)} ${hasRowLocks ? sql`for update skip locked` : sql``}
      )`;
    return { compile: () => query.compile(db) };
  };
}
