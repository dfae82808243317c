import type { LetterStatus } from '@latchkey/contract/vocabulary';
import type { LetterRecord } from './letter.ts';

/** Where a letter stands at this instant, also when nobody has put away yet what has expired. */
export function statusAt(letter: LetterRecord, now: Date): LetterStatus {
  return letter.status === 'waiting' && hasExpired(letter, now) ? 'expired' : letter.status;
}

export function hasExpired({ expiresAt }: LetterRecord, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}
