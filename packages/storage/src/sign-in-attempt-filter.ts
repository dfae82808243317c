import type { SignInAttemptFilter } from '@latchkey/core';
import { type Kysely, sql } from 'kysely';
import { anyOr } from './any-or.ts';
import type { Schema } from './schema.ts';

/** A filter as parameters of a statement; an empty text is any. */
export interface AttemptConditions {
  reference: string;
  email: string;
  outcome: string;
  method: string;
  from: number;
  to: number;
}

export function attemptConditions(filter: SignInAttemptFilter): AttemptConditions {
  return {
    reference: filter.reference ?? '',
    email: filter.email ?? '',
    outcome: filter.outcome ?? '',
    method: filter.method ?? '',
    from: filter.from?.getTime() ?? 0,
    to: filter.to?.getTime() ?? Number.MAX_SAFE_INTEGER,
  };
}

/** The attempts that fit; when they are looked up `by` a column, its index finds them. */
export function matchingAttempts(db: Kysely<Schema>, input: AttemptConditions, by?: 'reference' | 'email') {
  const all = db
    .selectFrom('sign_in_attempts')
    .where('at', '>=', input.from)
    .where('at', '<', input.to)
    .where(anyOr(input.method, sql.ref('method')))
    .where(anyOr(input.reference, sql.ref('reference')))
    .where(anyOr(input.email, sql.ref('email')))
    .where(anyOr(input.outcome, sql`case when refusal is null then 'signed_in' else 'refused' end`));
  return by === undefined ? all : all.where(by, '=', input[by]);
}
