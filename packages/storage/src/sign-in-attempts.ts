import type { SignInAttempt, SignInAttemptStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { Schema, SignInAttemptRow } from './schema.ts';

export function signInAttempts(db: Database): SignInAttemptStore {
  return {
    async append(attempt) {
      await db.write(append, attemptRow(attempt));
    },
    async findByReference(reference) {
      const [row] = await db.read(byReference, { reference });
      return row && attemptFrom(row);
    },
  };
}

const append = (db: Kysely<Schema>, row: SignInAttemptRow) => db.insertInto('sign_in_attempts').values(row);

const byReference = (db: Kysely<Schema>, { reference }: { reference: string }) =>
  db
    .selectFrom('sign_in_attempts')
    .select(['reference', 'ip', 'user_agent', 'at', 'method', 'email', 'account_id', 'refusal'])
    .where('reference', '=', reference)
    .orderBy('id', 'desc')
    .limit(1);

function attemptFrom(row: SignInAttemptRow): SignInAttempt {
  return {
    origin: { ip: row.ip, userAgent: row.user_agent, reference: row.reference },
    at: new Date(row.at),
    method: row.method,
    email: row.email,
    accountId: row.account_id,
    refusal: row.refusal,
  };
}

function attemptRow({ origin, at, method, email, accountId, refusal }: SignInAttempt): SignInAttemptRow {
  return {
    reference: origin.reference,
    ip: origin.ip,
    user_agent: origin.userAgent,
    at: at.getTime(),
    method,
    email,
    account_id: accountId,
    refusal,
  };
}
