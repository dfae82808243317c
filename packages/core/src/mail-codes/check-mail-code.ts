import type { ErrorCode } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countCodeTry, takeBackCodeTry } from '../limits/code-tries.ts';
import { type MailCode, type MailCodePurpose, MOST_MAIL_CODE_TRIES } from './mail-code.ts';

export interface TypedCode {
  readonly purpose: MailCodePurpose;
  readonly token: string;
  readonly code: string;
  readonly email: string;
}

/**
 * Compares a code that somebody typed. Every try counts before it is compared: by address, by address and network, and
 * against the five tries of the code itself.
 *
 * @throws DomainError `limit`, `invalid_or_expired_token`, `invalid_email`, `email_code_error`.
 */
export async function checkMailCode(
  platform: Platform,
  origin: Origin,
  { purpose, token, code, email }: TypedCode,
  limit: ErrorCode,
): Promise<MailCode> {
  const { store, clock, secrets } = platform;
  const network = networkOf(origin.ip);
  await countCodeTry(platform, email, network, limit);
  const sent = await store.mailCodes.countTry(purpose, secrets.digest(token), MOST_MAIL_CODE_TRIES, clock());
  if (sent === undefined) throw new DomainError('invalid_or_expired_token', { rule: 'expired_code' });
  if (sent.email !== email) throw new DomainError('invalid_email', { rule: 'wrong_address' });
  if (sent.codeHash !== secrets.digestCode(`${purpose} ${code}`)) {
    throw new DomainError('email_code_error', { rule: sent.codeHash === null ? 'unknown_account' : 'wrong_code' });
  }
  await takeBackCodeTry(store.limits, email, network);
  return sent;
}
