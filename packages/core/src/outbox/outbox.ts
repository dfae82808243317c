import type { LetterId, LetterStatus } from '@latchkey/contract/vocabulary';
import type { Page } from '../kernel/page.ts';
import type { KeptLetter, Letter, LetterKind, LetterRecord } from './letter.ts';

/** Letters on their way. What they tell is sealed where it is kept. */
export interface Outbox {
  /** Commits or rolls back with the change the letter tells about. */
  add(letter: Letter): Promise<void>;
  find(id: LetterId): Promise<KeptLetter | undefined>;
  /**
   * Takes up to `limit` letters whose time for a try has come, the soonest to expire first, and counts the try. However
   * many ask at once, nobody else is given them before `until`, so that a letter is not sent twice; whoever took them
   * and ended without a word has lost them then.
   */
  claimDue(now: Date, limit: number, until: Date): Promise<KeptLetter[]>;
  /** Ends a claim and forgets what the letter told. Does nothing when somebody else has claimed it since. */
  markSent(claimed: LetterRecord, at: Date): Promise<void>;
  /**
   * Ends a claim: the letter is tried again at `nextTryAt`, or never when that is `null`. Does nothing when somebody else
   * has claimed it since.
   */
  markFailed(claimed: LetterRecord, problem: string, nextTryAt: Date | null): Promise<void>;
  /** Has a letter that failed or waits tried at once; false when there is none. Whoever has claimed it keeps it. */
  retry(id: LetterId, now: Date): Promise<boolean>;
  delete(id: LetterId): Promise<boolean>;
  /** One page, newest first, and how many there are in all, counted to `MOST_COUNTED`. */
  list(filter: LetterFilter, page: Page): Promise<{ readonly letters: LetterRecord[]; readonly total: number }>;
  countByStatus(): Promise<Record<LetterStatus, number>>;
  /**
   * Forgets what letters tell whose code or link no longer works; those that waited have expired. A notice without
   * either expires when nobody could try to send it for a day.
   */
  forgetExpired(now: Date): Promise<void>;
}

export interface LetterFilter {
  readonly status: LetterStatus | undefined;
  readonly kind: LetterKind | undefined;
  /** A part of the recipient's address; empty for everybody. */
  readonly recipient: string;
}
