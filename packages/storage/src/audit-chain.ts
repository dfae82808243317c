import { createHash } from 'node:crypto';
import { type AuditEntry, type ChainedEntry, canonicalText } from '@latchkey/core';
import type { Kysely } from 'kysely';
import { AUDIT_COLUMNS, entryFrom, entryRow } from './audit-columns.ts';
import type { Database } from './database.ts';
import type { Dialect } from './dialect.ts';
import { onlyRow } from './only-row.ts';
import type { AuditEntryRow, ChainedRow, Schema } from './schema.ts';

/** Old entries are chained so many at a time, so that others who write do not wait for all of them. */
const BATCH_SIZE = 500;

/**
 * Writes entries at the end of the chain. To be called last in a transaction: from here to its end nobody else writes
 * entries, and whoever holds the head waits for nobody.
 */
export async function chain(db: Database, entries: readonly AuditEntry[]): Promise<void> {
  await link(db, entries, async (row) => {
    await db.write(add, row);
  });
}

/** Chains what a program has written that did not chain: one of before an upgrade, or still running beside this one. */
export async function chainOlder(db: Database): Promise<void> {
  while ((await db.read(unchained, {})).length > 0) {
    await db.atomically(async (transaction) => {
      await transaction.read(head, {});
      const rows = await transaction.read(unchained, {});
      const ids = rows.map(({ id }) => id);
      await link(transaction, rows.map(entryFrom), async ({ seq, previous_hash, hash }, index) => {
        await transaction.write(number, { id: ids[index] ?? 0, seq, previous_hash, hash });
      });
    });
  }
}

type Row = AuditEntryRow & ChainedRow;

async function link(
  db: Database,
  entries: readonly AuditEntry[],
  write: (row: Row, index: number) => Promise<void>,
): Promise<void> {
  if (entries.length === 0) return;
  let { seq, hash } = onlyRow(await db.read(head, {}));
  for (const [index, entry] of entries.entries()) {
    const next = { seq: seq + 1, entry, previousHash: hash };
    ({ seq, hash } = { seq: next.seq, hash: sha256(canonicalText(next)) });
    await write({ ...entryRow(entry), seq, previous_hash: next.previousHash, hash }, index);
  }
  await db.write(moveHead, { seq, hash });
}

function sha256(text: string): ChainedEntry['hash'] {
  return createHash('sha256').update(text).digest('hex');
}

const head = (db: Kysely<Schema>, _input: object, { hasRowLocks }: Dialect) =>
  db
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .$if(hasRowLocks, (query) => query.forUpdate());

const moveHead = (db: Kysely<Schema>, { seq, hash }: { seq: number; hash: string }) =>
  db.updateTable('audit_head').set({ seq, hash });

const add = (db: Kysely<Schema>, row: Row) => db.insertInto('audit_entries').values(row);

const unchained = (db: Kysely<Schema>) =>
  db
    .selectFrom('audit_entries')
    .select('id')
    .select(AUDIT_COLUMNS)
    .where('seq', 'is', null)
    .orderBy('id')
    .limit(BATCH_SIZE);

const number = (db: Kysely<Schema>, { id, ...chained }: { id: number } & ChainedRow) =>
  db.updateTable('audit_entries').set(chained).where('id', '=', id);
