import type { Letter, Outbox } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { LetterRow, Schema } from './schema.ts';

export function outbox(db: Database): Outbox {
  return {
    async add(letter) {
      await db.write(add, letterRow(letter));
    },
    async waiting(limit) {
      return (await db.read(oldest, { limit })).map(letterFrom);
    },
  };
}

const add = (db: Kysely<Schema>, row: LetterRow) => db.insertInto('letters').values(row);

const oldest = (db: Kysely<Schema>, { limit }: { limit: number }) =>
  db
    .selectFrom('letters')
    .select(['kind', 'account_id', 'recipient', 'language', 'created_at', 'facts'])
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit);

function letterFrom(row: LetterRow): Letter {
  return {
    kind: row.kind,
    accountId: row.account_id,
    to: row.recipient,
    language: row.language,
    createdAt: new Date(row.created_at),
    facts: JSON.parse(row.facts),
  };
}

function letterRow({ kind, accountId, to, language, createdAt, facts }: Letter): LetterRow {
  return {
    kind,
    account_id: accountId,
    recipient: to,
    language,
    created_at: createdAt.getTime(),
    facts: JSON.stringify(facts),
  };
}
