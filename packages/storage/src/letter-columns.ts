import type { KeptLetter, Letter, LetterRecord, Sealing, Told } from '@latchkey/core';
import { dateOrNull, msOrNull } from './epoch-ms.ts';
import type { LetterRow } from './schema.ts';

/** A new letter, to be tried at once. */
export function letterRow(letter: Letter, { newId, seal }: Sealing): LetterRow {
  return {
    id: newId(),
    kind: letter.kind,
    account_id: letter.accountId,
    recipient: letter.to,
    language: letter.language,
    created_at: letter.createdAt.getTime(),
    expires_at: msOrNull(letter.expiresAt),
    facts: seal(JSON.stringify(letter.facts)),
    status: 'waiting',
    tries: 0,
    next_try_at: letter.createdAt.getTime(),
    claimed_until: null,
    sent_at: null,
    problem: null,
  };
}

export function recordFrom(row: LetterRow): LetterRecord {
  return {
    id: row.id,
    kind: row.kind,
    accountId: row.account_id,
    to: row.recipient,
    language: row.language,
    createdAt: new Date(row.created_at),
    expiresAt: dateOrNull(row.expires_at),
    status: row.status,
    tries: row.tries,
    nextTryAt: dateOrNull(row.next_try_at),
    sentAt: dateOrNull(row.sent_at),
    problem: row.problem,
  };
}

export function keptLetterFrom(row: LetterRow, { open }: Sealing): KeptLetter {
  const record = recordFrom(row);
  if (row.facts === null) return { ...record, facts: null };
  // The facts were written for this kind.
  return { ...record, ...({ kind: row.kind, facts: JSON.parse(open(row.facts)) } as Told) };
}
