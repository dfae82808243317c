import type { ErrorCode } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { checkMailCode, type TypedCode } from './check-mail-code.ts';
import { MAIL_CODE_TOKEN_BYTES, MAIL_CODE_TTL_SECONDS } from './mail-code.ts';

/**
 * Proves a code in a sign-in of several steps: it stops working, and a new token stands for the proof for five minutes.
 *
 * @throws DomainError `limit`, `invalid_or_expired_token`, `invalid_email`, `email_code_error`.
 */
export async function proveMailCode(
  platform: Platform,
  origin: Origin,
  typed: TypedCode,
  limit: ErrorCode,
): Promise<{ readonly email: string; readonly token: string }> {
  const { store, clock, secrets } = platform;
  const { email, tokenHash } = await checkMailCode(platform, origin, typed, limit);
  const token = secrets.newToken(MAIL_CODE_TOKEN_BYTES);
  const expiresAt = addSeconds(clock(), MAIL_CODE_TTL_SECONDS);
  if (!(await store.mailCodes.markProven(typed.purpose, tokenHash, secrets.digest(token), expiresAt))) {
    throw new DomainError('invalid_or_expired_token');
  }
  return { email, token };
}
