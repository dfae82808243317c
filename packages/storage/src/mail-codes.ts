import type { MailCode, MailCodeStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { MailCodeRow, Schema } from './schema.ts';

type Key = Pick<MailCodeRow, 'purpose' | 'token_hash'>;

export function mailCodes(db: Database): MailCodeStore {
  return {
    async replace(code) {
      await db.write(replace, rowOf(code));
    },
    async countTry(purpose, token_hash, most, now) {
      const [row] = await db.writeReturning(countTry, { purpose, token_hash, most, now: now.getTime() });
      return row && codeFrom(row);
    },
    async markProven(purpose, token_hash, proven, expiresAt) {
      const input = { purpose, token_hash, proven, expires_at: expiresAt.getTime() };
      return (await db.write(markProven, input)) === 1;
    },
    async findProven(purpose, token_hash, now) {
      const [row] = await db.read(proven, { purpose, token_hash, now: now.getTime() });
      return row && codeFrom(row);
    },
    take: async (purpose, token_hash) => (await db.write(take, { purpose, token_hash })) === 1,
  };
}

const COLUMNS = [
  'purpose',
  'holder',
  'email',
  'account_id',
  'subject',
  'token_hash',
  'code_hash',
  'phase',
  'tries',
  'created_at',
  'expires_at',
] as const;

const replace = (db: Kysely<Schema>, row: MailCodeRow) =>
  db
    .insertInto('mail_codes')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['purpose', 'holder']).doUpdateSet((eb) => ({
        email: eb.ref('excluded.email'),
        account_id: eb.ref('excluded.account_id'),
        subject: eb.ref('excluded.subject'),
        token_hash: eb.ref('excluded.token_hash'),
        code_hash: eb.ref('excluded.code_hash'),
        phase: eb.ref('excluded.phase'),
        tries: eb.ref('excluded.tries'),
        created_at: eb.ref('excluded.created_at'),
        expires_at: eb.ref('excluded.expires_at'),
      })),
    );

// One statement, so that nobody tries between the reading and the counting.
const countTry = (db: Kysely<Schema>, { purpose, token_hash, most, now }: Key & { most: number; now: number }) =>
  db
    .updateTable('mail_codes')
    .set((eb) => ({ tries: eb('tries', '+', eb.lit(1)) }))
    .where('token_hash', '=', token_hash)
    .where('purpose', '=', purpose)
    .where('phase', '=', 'sent')
    .where('tries', '<', most)
    .where('expires_at', '>', now)
    .returning(COLUMNS);

const markProven = (
  db: Kysely<Schema>,
  { purpose, token_hash, proven, expires_at }: Key & { proven: string; expires_at: number },
) =>
  db
    .updateTable('mail_codes')
    .set({ phase: 'proven', token_hash: proven, expires_at })
    .where('token_hash', '=', token_hash)
    .where('purpose', '=', purpose)
    .where('phase', '=', 'sent');

const proven = (db: Kysely<Schema>, { purpose, token_hash, now }: Key & { now: number }) =>
  db
    .selectFrom('mail_codes')
    .select(COLUMNS)
    .where('token_hash', '=', token_hash)
    .where('purpose', '=', purpose)
    .where('phase', '=', 'proven')
    .where('expires_at', '>', now);

const take = (db: Kysely<Schema>, { purpose, token_hash }: Key) =>
  db.deleteFrom('mail_codes').where('token_hash', '=', token_hash).where('purpose', '=', purpose);

function codeFrom(row: MailCodeRow): MailCode {
  return {
    purpose: row.purpose,
    holder: row.holder,
    email: row.email,
    accountId: row.account_id,
    subject: row.subject,
    tokenHash: row.token_hash,
    codeHash: row.code_hash,
    phase: row.phase,
    tries: row.tries,
    createdAt: new Date(row.created_at),
    expiresAt: new Date(row.expires_at),
  };
}

function rowOf(code: MailCode): MailCodeRow {
  return {
    purpose: code.purpose,
    holder: code.holder,
    email: code.email,
    account_id: code.accountId,
    subject: code.subject,
    token_hash: code.tokenHash,
    code_hash: code.codeHash,
    phase: code.phase,
    tries: code.tries,
    created_at: code.createdAt.getTime(),
    expires_at: code.expiresAt.getTime(),
  };
}
