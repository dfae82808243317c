import {
  MOST_COUNTED,
  type SignInAttempt,
  type SignInAttemptFilter,
  type SignInAttemptStore,
  startOfDay,
} from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { onlyRow } from './only-row.ts';
import type { Schema, SignInAttemptRow, SignInDayRow } from './schema.ts';
import { type AttemptConditions, attemptConditions, matchingAttempts } from './sign-in-attempt-filter.ts';

/** Over how many rows a day's count is spread, so that replicas that count at once seldom wait for each other. */
const SLOTS = 16;

export type AttemptCount = Omit<SignInDayRow, 'count'>;

/** The store, and what it does to count an attempt. */
export function signInAttempts(
  db: Database,
  count = (attempt: AttemptCount) => countAttempt(db, attempt),
): SignInAttemptStore {
  return {
    async append(attempt) {
      const row = attemptRow(attempt);
      await db.write(append, row);
      await count({ day: startOfDay(attempt.at).getTime(), rule: row.rule ?? '', slot: row.at % SLOTS });
    },
    async findByReference(reference) {
      const [row] = await db.read(byReference, { reference });
      return row && attemptFrom(row);
    },
    async list(filter, { offset, limit }) {
      const conditions = attemptConditions(filter);
      const { page, count } = listFor(filter);
      const rows = await db.read(page, { ...conditions, offset, limit });
      return { total: onlyRow(await db.read(count, conditions)).total, attempts: rows.map(attemptFrom) };
    },
  };
}

export async function countAttempt(db: Database, attempt: AttemptCount): Promise<void> {
  await db.write(countDay, attempt);
}

const COLUMNS = [
  'reference',
  'ip',
  'user_agent',
  'at',
  'method',
  'email',
  'account_id',
  'refusal',
  'rule',
  'details',
] as const;

const append = (db: Kysely<Schema>, row: SignInAttemptRow) => db.insertInto('sign_in_attempts').values(row);

const countDay = (db: Kysely<Schema>, row: AttemptCount) =>
  db
    .insertInto('sign_in_days')
    .values((eb) => ({ ...row, count: eb.lit(1) }))
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'rule', 'slot'])
        .doUpdateSet((eb) => ({ count: eb('sign_in_days.count', '+', eb.lit(1)) })),
    );

const byReference = (db: Kysely<Schema>, { reference }: { reference: string }) =>
  db.selectFrom('sign_in_attempts').select(COLUMNS).where('reference', '=', reference).orderBy('id', 'desc').limit(1);

type Page = AttemptConditions & { offset: number; limit: number };

const list = (by?: 'reference' | 'email') => ({
  page: (db: Kysely<Schema>, input: Page) =>
    matchingAttempts(db, input, by)
      .select(COLUMNS)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(input.limit)
      .offset(input.offset),
  count: (db: Kysely<Schema>, input: AttemptConditions) =>
    db
      .selectFrom(matchingAttempts(db, input, by).select('id').limit(MOST_COUNTED).as('counted'))
      .select((eb) => eb.fn.countAll<number>().as('total')),
});

const LISTS = { any: list(), byReference: list('reference'), byEmail: list('email') };

function listFor({ reference, email }: SignInAttemptFilter) {
  if (reference !== undefined) return LISTS.byReference;
  return email === undefined ? LISTS.any : LISTS.byEmail;
}

function attemptFrom(row: SignInAttemptRow): SignInAttempt {
  return {
    origin: { ip: row.ip, userAgent: row.user_agent, reference: row.reference },
    at: new Date(row.at),
    method: row.method,
    email: row.email,
    accountId: row.account_id,
    refusal: row.refusal,
    rule: row.rule,
    details: JSON.parse(row.details),
  };
}

function attemptRow({ origin, at, method, email, accountId, refusal, rule, details }: SignInAttempt): SignInAttemptRow {
  return {
    reference: origin.reference,
    ip: origin.ip,
    user_agent: origin.userAgent,
    at: at.getTime(),
    method,
    email,
    account_id: accountId,
    refusal,
    rule,
    details: JSON.stringify(details ?? {}),
  };
}
