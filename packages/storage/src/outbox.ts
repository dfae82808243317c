import type { LetterFilter, LetterRecord, Outbox, Sealing } from '@latchkey/core';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import { countUpTo } from './count-up-to.ts';
import type { Database } from './database.ts';
import type { Dialect } from './dialect.ts';
import { msOrNull } from './epoch-ms.ts';
import { keptLetterFrom, letterRow, recordFrom } from './letter-columns.ts';
import { containing } from './like.ts';
import type { LetterRow, Schema } from './schema.ts';

/** A notice that nobody could try to send for so long is no longer news. */
const NOTICE_MS = 86_400_000;

export function outbox(db: Database, sealing: Sealing): Outbox {
  return {
    async add(letter) {
      await db.write(add, letterRow(letter, sealing));
    },
    async find(id) {
      const [row] = await db.read(byId, { id });
      return row && keptLetterFrom(row, sealing);
    },
    async claimDue(now, limit, until) {
      const rows = await db.writeReturning(claimDue, { now: now.getTime(), limit, until: until.getTime() });
      return rows.map((row) => keptLetterFrom(row, sealing));
    },
    async markSent({ id, tries }, at) {
      await db.write(markSent, { id, tries, at: at.getTime() });
    },
    async markFailed({ id, tries }, problem, nextTryAt) {
      const status: LetterStatus = nextTryAt === null ? 'failed' : 'waiting';
      await db.write(markFailed, { id, tries, status, problem, nextTryAt: msOrNull(nextTryAt) });
    },
    retry: async (id, now) => (await db.write(retry, { id, now: now.getTime() })) === 1,
    delete: async (id) => (await db.write(remove, { id })) === 1,
    async list(filter, { offset, limit }) {
      const found = matching(db.kysely.selectFrom('letters').selectAll(), filter);
      const newest = found.orderBy('created_at', 'desc').orderBy('id', 'desc');
      const rows = await db.select(newest.offset(offset).limit(limit));
      return { letters: rows.map(recordFrom), total: await countUpTo(db, found) };
    },
    async countByStatus() {
      const counts = new Map((await db.read(countByStatus, {})).map(({ status, count }) => [status, count]));
      const of = (status: LetterStatus) => counts.get(status) ?? 0;
      return { waiting: of('waiting'), sent: of('sent'), failed: of('failed'), expired: of('expired') };
    },
    async forgetExpired(now) {
      await db.write(forgetExpired, { now: now.getTime(), dayAgo: now.getTime() - NOTICE_MS });
    },
  };
}

type Id = LetterRow['id'];
type LetterStatus = LetterRecord['status'];
type Claim = Pick<LetterRow, 'id' | 'tries'>;

const add = (db: Kysely<Schema>, row: LetterRow) => db.insertInto('letters').values(row);

const byId = (db: Kysely<Schema>, { id }: { id: Id }) => db.selectFrom('letters').selectAll().where('id', '=', id);

const claimDue = (
  db: Kysely<Schema>,
  { now, limit, until }: { now: number; limit: number; until: number },
  { hasRowLocks }: Dialect,
) =>
  db
    // Apart from the update, which might otherwise ask for it more than once.
    .with('due', (due) =>
      due
        .selectFrom('letters')
        .select('id')
        .where('status', '=', 'waiting')
        .where('next_try_at', '<=', now)
        .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
        .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
        .orderBy('expires_at', (order) => order.asc().nullsLast())
        .limit(limit)
        .$if(hasRowLocks, (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('letters')
    .set((eb) => ({ tries: eb('tries', '+', eb.lit(1)), claimed_until: until }))
    .where('id', 'in', (eb) => eb.selectFrom('due').select('id'))
    .returningAll();

/** The try that was claimed, while nobody has claimed a later one. */
const claimed = (db: Kysely<Schema>, { id, tries }: Claim) =>
  db.updateTable('letters').where('id', '=', id).where('tries', '=', tries).where('status', '=', 'waiting');

const markSent = (db: Kysely<Schema>, { at, ...claim }: Claim & { at: number }) =>
  claimed(db, claim).set({
    status: 'sent',
    sent_at: at,
    facts: null,
    problem: null,
    next_try_at: null,
    claimed_until: null,
  });

const markFailed = (
  db: Kysely<Schema>,
  {
    status,
    problem,
    nextTryAt,
    ...claim
  }: Claim & { status: LetterStatus; problem: string; nextTryAt: LetterRow['next_try_at'] },
) => claimed(db, claim).set({ status, problem, next_try_at: nextTryAt, claimed_until: null });

const retry = (db: Kysely<Schema>, { id, now }: { id: Id; now: number }) =>
  db
    .updateTable('letters')
    .set({ status: 'waiting', next_try_at: now })
    .where('id', '=', id)
    .where('facts', 'is not', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]));

const remove = (db: Kysely<Schema>, { id }: { id: Id }) => db.deleteFrom('letters').where('id', '=', id);

const countByStatus = (db: Kysely<Schema>) =>
  db
    .selectFrom('letters')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .groupBy('status');

// A letter that somebody is sending right now is left to them.
const forgetExpired = (db: Kysely<Schema>, { now, dayAgo }: { now: number; dayAgo: number }) =>
  db
    .updateTable('letters')
    .set((eb) => ({
      status: eb
        .case()
        .when('status', '=', 'waiting')
        .then(eb.val<LetterStatus>('expired'))
        .else(eb.ref('status'))
        .end(),
      facts: null,
      next_try_at: null,
      claimed_until: null,
    }))
    .where('facts', 'is not', null)
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
    .where((eb) =>
      eb.or([
        eb('expires_at', '<=', now),
        eb.and([
          eb('expires_at', 'is', null),
          eb('status', '=', 'waiting'),
          eb('tries', '=', 0),
          eb('created_at', '<=', dayAgo),
        ]),
      ]),
    );

function matching(
  letters: SelectQueryBuilder<Schema, 'letters', LetterRow>,
  { status, kind, recipient }: LetterFilter,
) {
  let found = letters;
  if (status !== undefined) found = found.where('status', '=', status);
  if (kind !== undefined) found = found.where('kind', '=', kind);
  if (recipient !== '') found = found.where(containing('recipient', recipient));
  return found;
}
