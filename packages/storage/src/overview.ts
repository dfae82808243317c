import type { OverviewStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { onlyRow } from './only-row.ts';
import type { Schema } from './schema.ts';

export function overview(db: Database): OverviewStore {
  return {
    async figures(from, at) {
      const now = at.getTime();
      const accounts = await db.read(accountsByStatus, {});
      const attempts = await db.read(attemptsByDay, { from: from.getTime() });
      return {
        accounts: new Map(accounts.map(({ status, count }) => [status, count])),
        workspaces: onlyRow(await db.read(workspaces, {})).count,
        browserSessions: onlyRow(await db.read(browserSessions, { now })).count,
        terminalSessions: onlyRow(await db.read(terminalSessions, { now })).count,
        lettersWaiting: onlyRow(await db.read(lettersWaiting, { now })).count,
        attempts: attempts.map(({ day, rule, count }) => ({
          day: new Date(day),
          rule: rule === '' ? null : rule,
          count,
        })),
      };
    },
  };
}

const accountsByStatus = (db: Kysely<Schema>) =>
  db
    .selectFrom('accounts')
    .select(['status', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('status');

const workspaces = (db: Kysely<Schema>) =>
  db
    .selectFrom('workspaces')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', '=', 'normal');

const browserSessions = (db: Kysely<Schema>, { now }: { now: number }) => live(db, 'console_sessions', now);

const terminalSessions = (db: Kysely<Schema>, { now }: { now: number }) => live(db, 'bearer_sessions', now);

const lettersWaiting = (db: Kysely<Schema>, { now }: { now: number }) =>
  db
    .selectFrom('letters')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', '=', 'waiting')
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]));

function live(db: Kysely<Schema>, table: 'console_sessions' | 'bearer_sessions', now: number) {
  return db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null);
}

const attemptsByDay = (db: Kysely<Schema>, { from }: { from: number }) =>
  db
    .selectFrom('sign_in_days')
    .select(['day', 'rule', (eb) => eb.fn.sum<number>('count').as('count')])
    .where('day', '>=', from)
    .groupBy(['day', 'rule']);
