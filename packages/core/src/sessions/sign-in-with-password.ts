import type { Account } from '../accounts/account.ts';
import { findPassword } from '../credentials/find-password.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countPasswordTry, takeBackPasswordTry } from '../limits/password-tries.ts';
import { allowsMethod } from '../policies/sign-in-policy.ts';
import type { SignInAttempt } from '../sign-in-attempts/sign-in-attempt.ts';
import { letIn, type SignInResult } from './let-in.ts';

interface Input {
  /** Normalised. */
  readonly email: string;
  /** What the password may have been before encoding, the likeliest first; all of them are one try. */
  readonly passwords: readonly string[];
}

/**
 * Signs a person in to the console with e-mail address and password. Unknown address and wrong password cost the same
 * and say the same; an account's own state shows only to whoever knows its password. Every try is kept.
 *
 * @throws DomainError `forbidden` (the method is off), `email_code_login_limit`, `authentication_failed`,
 *   `account_banned`.
 */
export async function signInWithPassword(platform: Platform, origin: Origin, input: Input): Promise<SignInResult> {
  const { store, clock } = platform;
  const { email } = input;
  const refused = async (refusal: DomainError, account: Account | undefined): Promise<never> => {
    const attempt: SignInAttempt = {
      origin,
      at: clock(),
      method: 'password',
      email,
      accountId: account?.id ?? null,
      refusal: refusal.code,
    };
    await store.attempts.append(attempt);
    throw refusal;
  };

  if (!allowsMethod(await store.policy.get(), 'password')) return refused(new DomainError('forbidden'), undefined);
  const account = await store.accounts.findByEmail(email);
  try {
    await countPasswordTry(platform, email, origin, account?.id);
  } catch (error) {
    if (error instanceof DomainError) return refused(error, account);
    throw error;
  }
  const password = await findPassword(platform, account, input.passwords);
  if (account === undefined || password === undefined)
    return refused(new DomainError('authentication_failed'), account);
  if (account.status === 'banned') return refused(new DomainError('account_banned'), account);
  if (account.status === 'closed') return refused(new DomainError('authentication_failed'), account);
  return store.transaction(async (stores) => {
    await takeBackPasswordTry(stores.limits, email, networkOf(origin.ip));
    return letIn(platform, stores, origin, {
      account,
      method: 'password',
      way: 'password',
      email,
      hasOneTimePassword: password.isOneTime,
    });
  });
}
