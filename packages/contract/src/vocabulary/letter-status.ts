/**
 * Where a letter stands: `waiting` for its next try (or, without a mail server, for somebody to hand it over), `sent`,
 * `failed` for good, or `expired` before it could be sent.
 */
export const LETTER_STATUSES = ['waiting', 'sent', 'failed', 'expired'] as const;

export type LetterStatus = (typeof LETTER_STATUSES)[number];
