import type { MailCode, MailCodePurpose } from './mail-code.ts';

/** Every lookup names the purpose, so that no code passes for one of another kind. */
export interface MailCodeStore {
  /** Keeps a code; an earlier one of the same purpose and holder is gone with it. */
  replace(code: MailCode): Promise<void>;
  /**
   * Counts a try at a code that was sent, and returns it as it is with that try. `undefined` when there is none, it has
   * expired, is proven already or was tried `most` times. However many run at once, at most `most` are answered.
   */
  countTry(purpose: MailCodePurpose, tokenHash: string, most: number, now: Date): Promise<MailCode | undefined>;
  /** Gives a code that was sent its second token. Of two concurrent calls exactly one returns true. */
  markProven(purpose: MailCodePurpose, tokenHash: string, provenTokenHash: string, expiresAt: Date): Promise<boolean>;
  /** A proven code that has not expired. */
  findProven(purpose: MailCodePurpose, tokenHash: string, now: Date): Promise<MailCode | undefined>;
  /** Uses a code up. Of two concurrent calls exactly one returns true. */
  take(purpose: MailCodePurpose, tokenHash: string): Promise<boolean>;
}
