import { DomainError } from '../kernel/domain-error.ts';
import type { Platform } from '../kernel/platform.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

/** Keeps a try that was refused, under the reference that the person is shown, and throws what refused it. */
export async function noteRefusal(
  { store, clock }: Pick<Platform, 'store' | 'clock'>,
  attempt: Pick<SignInAttempt, 'origin' | 'method' | 'email' | 'accountId' | 'details'>,
  refusal: unknown,
): Promise<never> {
  if (refusal instanceof DomainError) {
    const { code, rule = 'other', retryAfterSeconds } = refusal;
    const details = { ...attempt.details, ...(retryAfterSeconds !== undefined && { retry_after: retryAfterSeconds }) };
    await store.attempts.append({ ...attempt, at: clock(), refusal: code, rule, details });
  }
  throw refusal;
}
