import type { ErrorCode, LimitName, SignInRule } from '@latchkey/contract/vocabulary';
import { secondsUntil } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Platform } from '../kernel/platform.ts';

/** What a sign-in is told to have been refused by. */
const SIGN_IN_RULES: Partial<Record<LimitName, SignInRule>> = {
  'password-network': 'limit_network',
  'password-account-network': 'limit_account_network',
  'password-account': 'limit_account',
  'code-account-network': 'limit_account_network',
  'code-account': 'limit_account',
  'mail-network': 'limit_letters',
  'mail-sign-in-code': 'limit_letters',
  'link-network': 'limit_network',
  'webapp-passphrase': 'limit_network',
  'sso-start': 'limit_network',
};

/**
 * Counts one event before the work it stands for.
 *
 * @throws DomainError `refusal` with the seconds to wait, once the rule's number is passed.
 */
export async function countAgainstLimit(
  { store, clock, rules }: Pick<Platform, 'store' | 'clock' | 'rules'>,
  name: LimitName,
  subject: string,
  refusal: ErrorCode = 'too_many_requests',
): Promise<void> {
  const rule = rules.limits[name];
  if (rule.max === 0) return;
  const now = clock();
  const { count, resetsAt } = await store.limits.hit(limitKey(name, subject), rule, now);
  if (count > rule.max)
    throw new DomainError(refusal, { retryAfterSeconds: secondsUntil(now, resetsAt), rule: SIGN_IN_RULES[name] });
}

export function limitKey(name: LimitName, subject: string): string {
  return `${name}:${subject}`;
}
