import type { AuditEntry, Stores } from '@latchkey/core';
import { chain } from './audit-chain.ts';
import { auditLog } from './audit-log.ts';
import type { Database } from './database.ts';
import { type AttemptCount, countAttempt, signInAttempts } from './sign-in-attempts.ts';

/**
 * Keeps back what every transaction writes to the same few rows until its work is done: the count of its attempts, then
 * its audit entries. They are the last rows that it locks, so that nobody who holds them waits for somebody else, and
 * they are held for the shortest time.
 */
export async function writtenAtEnd<T>(
  db: Database,
  work: (stores: Pick<Stores, 'attempts' | 'audit'>) => Promise<T>,
): Promise<T> {
  const counts: AttemptCount[] = [];
  const entries: AuditEntry[] = [];
  let isOver = false;
  const attempts = signInAttempts(db, async (count) => void counts.push(count));
  const append = async (entry: AuditEntry): Promise<void> => {
    if (isOver) throw new Error('The transaction is over.');
    entries.push(entry);
  };
  try {
    const result = await work({ attempts, audit: { ...auditLog(db), append } });
    for (const count of counts) await countAttempt(db, count);
    await chain(db, entries);
    return result;
  } finally {
    isOver = true;
  }
}
