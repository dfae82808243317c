import { addSeconds } from '../kernel/clock.ts';
import type { LetterRecord } from './letter.ts';

const FIRST_WAIT_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 3600;
const GIVE_UP_AFTER_SECONDS = 86_400;

/**
 * When a letter whose try has just failed is tried again: after a minute, then twice as long each time up to an hour.
 * `null` when it is given up: a day after it was written, or when its code or link has stopped working by then.
 */
export function nextTryOf({ tries, createdAt, expiresAt }: LetterRecord, now: Date): Date | null {
  const next = addSeconds(now, Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (tries - 1)));
  const isTooLate = next > addSeconds(createdAt, GIVE_UP_AFTER_SECONDS) || (expiresAt !== null && next >= expiresAt);
  return isTooLate ? null : next;
}
