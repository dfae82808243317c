import { createHash } from 'node:crypto';
import { type AuditEntry, canonicalText } from '@latchkey/core';
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
  await link(
    db,
    entries.map((entry) => ({ entry, write: (place) => db.write(add, { ...entryRow(entry), ...place }) })),
  );
}

/** Chains what a program has written that did not chain: one of before an upgrade, or still running beside this one. */
export async function chainOlder(db: Database): Promise<void> {
  while ((await db.read(unchained, {})).length > 0) {
    await db.atomically(async (transaction) => {
      // Of several programs that find the same entries one chains them.
      await transaction.read(head, {});
      const rows = await transaction.read(unchained, {});
      await link(
        transaction,
        rows.map((row) => ({
          entry: entryFrom(row),
          write: (place) => transaction.write(number, { id: row.id, ...place }),
        })),
      );
    });
  }
}

/** An entry, and how it is written once its place in the chain is known. */
interface Link {
  readonly entry: AuditEntry;
  write(place: ChainedRow): Promise<number>;
}

async function link(db: Database, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return;
  let { seq, hash } = onlyRow(await db.read(head, {}));
  for (const { entry, write } of links) {
    const previousHash = hash;
    seq += 1;
    hash = createHash('sha256').update(canonicalText({ seq, entry, previousHash })).digest('hex');
    await write({ seq, previous_hash: previousHash, hash });
  }
  await db.write(moveHead, { seq, hash });
}

const head = (db: Kysely<Schema>, _input: object, { hasRowLocks }: Dialect) =>
  db
    .selectFrom('audit_head')
    .select(['seq', 'hash'])
    .$if(hasRowLocks, (query) => query.forUpdate());

const moveHead = (db: Kysely<Schema>, { seq, hash }: { seq: number; hash: string }) =>
  db.updateTable('audit_head').set({ seq, hash });

const add = (db: Kysely<Schema>, row: AuditEntryRow & ChainedRow) => db.insertInto('audit_entries').values(row);

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
