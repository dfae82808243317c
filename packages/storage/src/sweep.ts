import { setImmediate } from 'node:timers/promises';
import { DEFAULT_RETENTION, type Retention } from '@latchkey/core';
import { type Kysely, sql } from 'kysely';
import { chainOlder } from './audit-chain.ts';
import type { Database } from './database.ts';
import type { Dialect } from './dialect.ts';
import { onlyRow } from './only-row.ts';
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
  { ageMs: 0, batch: batch('mail_codes', 'token_hash', 'expires_at') },
  { ageMs: 0, batch: batch('one_time_links', 'token_hash', 'expires_at') },
  { ageMs: 0, batch: batch('unfinished_sign_ins', 'token_hash', 'expires_at') },
  { ageMs: DAY_MS, batch: batch('admin_sessions', 'id', 'expires_at') },
  { ageMs: 0, batch: batch('app_sessions', 'token_hash', 'expires_at') },
  { ageMs: DAY_MS, batch: batch('share_links', 'id', 'expires_at') },
  { ageMs: 0, batch: batch('device_approvals', 'token_hash', 'expires_at') },
  { ageMs: 30 * DAY_MS, batch: batch('external_sessions', 'id', 'expires_at') },
  { ageMs: 30 * DAY_MS, batch: batch('external_sessions', 'id', 'revoked_at') },
  { ageMs: 0, batch: batch('sso_transactions', 'state_hash', 'expires_at') },
  { ageMs: 0, batch: batch('pending_links', 'token_hash', 'expires_at') },
  { ageMs: 0, batch: batch('sso_replays', 'key', 'expires_at') },
  { ageMs: DAY_MS, batch: batch('sso_tests', 'id', 'started_at') },
  { ageMs: 30 * DAY_MS, batch: batch('letters', 'id', 'created_at') },
  { ageMs: 400 * DAY_MS, batch: batch('sign_in_days', 'day', 'day') },
];

const OLD_ATTEMPTS = batch('sign_in_attempts', 'id', 'at');
const OLD_ENTRIES = batch('audit_entries', 'seq', 'seq');

/** Deletes what nobody asks for any more, a batch at a time, and lets others work in between. */
export async function sweep(db: Database, now: Date, retention: Retention = DEFAULT_RETENTION): Promise<void> {
  const before = (ageMs: number) => ({ before: now.getTime() - ageMs });
  for (const { ageMs, batch } of SWEPT) await inBatches(() => db.write(batch, before(ageMs)));
  await inBatches(() => db.write(OLD_ATTEMPTS, before(retention.attemptDays * DAY_MS)));
  await chainOlder(db);
  if (retention.auditDays === null) return;
  const { seq } = onlyRow(await db.read(firstKept, before(retention.auditDays * DAY_MS)));
  await inBatches(() => db.write(OLD_ENTRIES, { before: seq }));
}

async function inBatches(deleteBatch: () => Promise<number>): Promise<void> {
  while ((await deleteBatch()) >= BATCH_SIZE) await setImmediate();
}

/** The oldest first; passes over rows that another replica deletes at the same time. */
function batch(table: keyof Schema, key: string, time: string) {
  return (db: Kysely<Schema>, { before }: { before: number }, { hasRowLocks }: Dialect) => {
    const query = sql<never>`
      delete from ${sql.table(table)} where ${sql.ref(key)} in (
        select ${sql.ref(key)} from ${sql.table(table)} where ${sql.ref(time)} < ${before}
        order by ${sql.ref(time)} limit ${sql.lit(BATCH_SIZE)} ${hasRowLocks ? sql`for update skip locked` : sql``}
      )`;
    return { compile: () => query.compile(db) };
  };
}

/**
 * The chain is only ever cut at its beginning: everything before the oldest entry that is still kept, whatever its own
 * time, but never the newest entry, which shows where the chain stands.
 */
const firstKept = (db: Kysely<Schema>, { before }: { before: number }) => {
  const query = sql<{ seq: number }>`
    select coalesce(
      (select seq from audit_entries where seq > 0 and at + 0 >= ${before} order by seq limit 1),
      (select seq from audit_head)
    ) as seq`;
  return { compile: () => query.compile(db) };
};
