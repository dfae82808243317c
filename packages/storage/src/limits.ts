import type { LimitStore } from '@latchkey/core';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { startingWith } from './like.ts';
import { onlyRow } from './only-row.ts';
import type { Schema } from './schema.ts';

export function limits(db: Database): LimitStore {
  return {
    async hit(key, { windowSeconds }, now) {
      const input = { key, now: now.getTime(), resetsAt: now.getTime() + windowSeconds * 1000 };
      const row = onlyRow(await db.writeReturning(hit, input));
      return { count: row.count, resetsAt: new Date(row.resets_at) };
    },
    async refund(key) {
      await db.write(refund, { key });
    },
    async clear(key) {
      await db.write(clear, { key });
    },
    async clearAll(prefix) {
      await db.write(clearAll, { pattern: startingWith(prefix) });
    },
    async list(prefix, now) {
      const rows = await db.read(within, { pattern: startingWith(prefix), now: now.getTime() });
      return new Map(
        rows.map(({ key, count, resets_at }) => [key.slice(prefix.length), { count, resetsAt: new Date(resets_at) }]),
      );
    },
  };
}

// One statement, so that nobody counts between the reading and the writing.
const hit = (db: Kysely<Schema>, { key, now, resetsAt }: { key: string; now: number; resetsAt: number }) =>
  db
    .insertInto('limits')
    .values({ key, count: 1, resets_at: resetsAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => {
        const isOver = eb('limits.resets_at', '<=', now);
        return {
          count: eb
            .case()
            .when(isOver)
            .then(eb.lit(1))
            .else(eb('limits.count', '+', eb.lit(1)))
            .end(),
          resets_at: eb.case().when(isOver).then(eb.ref('excluded.resets_at')).else(eb.ref('limits.resets_at')).end(),
        };
      }),
    )
    .returning(['count', 'resets_at']);

const refund = (db: Kysely<Schema>, { key }: { key: string }) =>
  db
    .updateTable('limits')
    .set((eb) => ({ count: eb('count', '-', eb.lit(1)) }))
    .where('key', '=', key)
    .where('count', '>', 0);

const clear = (db: Kysely<Schema>, { key }: { key: string }) => db.deleteFrom('limits').where('key', '=', key);

interface Pattern {
  pattern: string;
}

const matching = ({ pattern }: Pattern) => sql<boolean>`key like ${pattern} escape '\\'`;

const clearAll = (db: Kysely<Schema>, input: Pattern) => db.deleteFrom('limits').where(matching(input));

const within = (db: Kysely<Schema>, { now, ...input }: Pattern & { now: number }) =>
  db
    .selectFrom('limits')
    .select(['key', 'count', 'resets_at'])
    .where(matching(input))
    .where('resets_at', '>', now)
    .orderBy('resets_at', 'desc');
