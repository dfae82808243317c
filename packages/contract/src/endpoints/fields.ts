import { z } from 'zod';
import { EMAIL_PATTERN, isLanguage, type Language } from '../vocabulary/index.ts';

/** One plain e-mail address, lower-cased. */
export const email = z
  .string()
  .max(254)
  .regex(EMAIL_PATTERN, 'is not a valid email.')
  .transform((value) => value.normalize('NFC').toLowerCase());

/** A new password by the rule of Dify's wire; at most 128 characters, which bounds the work of hashing. */
export const newPassword = z
  .string()
  .max(128)
  .regex(
    /^(?=.*[a-zA-Z])(?=.*\d).{8,}$/su,
    'Password must contain letters and numbers, and the length must be greater than 8.',
  );

/** A new password where Dify’s clients do not ask: its length and whether it is common are the policy’s to judge. */
export const password = z.string().min(1).max(128);

/** What breaks a line, or turns round or hides what stands beside it. */
const TRICKS = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** What a program calls itself; it is shown to the person who decides, without what could mislead them. */
export const label = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => value.replace(TRICKS, ' ').trim());

export const language = z
  .string()
  .refine(isLanguage, 'is not a valid language.')
  .transform((value) => value as Language);

/** An IANA time zone. */
export const timezone = z.string().max(64).refine(isTimezone, 'is not a valid timezone.');

/** No line ends, no other control characters, and none of the signs that turn the direction of what follows. */
const ONE_LINE = /^[^\p{Cc}\u2028-\u202E\u2066-\u2069]*$/u;

/** What people read on pages, in letters and in terminals as one line; nothing in it can pass for more than that. */
export const oneLine = (max: number) =>
  z.string().trim().max(max).regex(ONE_LINE, 'must be one line of text without control characters.');

/** What somebody or something is called. */
export const nameOf = (max: number) => oneLine(max).min(1);

/** A workspace's or account's UUID. */
export const uuid = z.uuid();

/** Seconds since 1970. */
export const epochSeconds = z.int();

/** ISO 8601, UTC. */
export const instant = z.iso.datetime();

export const success = z.object({ result: z.literal('success') });

function isTimezone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
