import type { Account } from '../accounts/account.ts';
import { findPassword } from '../credentials/find-password.ts';
import { wrongPassword } from '../credentials/wrong-password.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countPasswordTry, takeBackPasswordTry } from '../limits/password-tries.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { refuseMethod } from '../policies/sign-in-policy.ts';
import { noteRefusal } from '../sign-in-attempts/note-refusal.ts';
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
 *   `one_time_password_expired`, `account_banned`.
 */
export async function signInWithPassword(platform: Platform, origin: Origin, input: Input): Promise<SignInResult> {
  const { store, clock } = platform;
  const { email } = input;
  let account: Account | undefined;
  try {
    const rule = refuseMethod(await currentPolicy(store, clock), 'password');
    if (rule !== undefined) throw new DomainError('forbidden', { rule });
    account = await store.accounts.findByEmail(email);
    await countPasswordTry(platform, email, origin, account?.id);
    const password = await findPassword(platform, account, input.passwords);
    if (account === undefined || password === undefined) throw await wrongPassword(platform, account);
    if (account.status === 'banned') throw new DomainError('account_banned', { rule: 'banned' });
    if (account.status === 'closed') throw new DomainError('authentication_failed', { rule: 'closed' });
    const arrival = { account, email, hasOneTimePassword: password.isOneTime };
    return await store.transaction(async (stores) => {
      await takeBackPasswordTry(stores.limits, email, networkOf(origin.ip));
      return letIn(platform, stores, origin, { ...arrival, method: 'password', way: 'password' });
    });
  } catch (error) {
    return noteRefusal(platform, { origin, method: 'password', email, accountId: account?.id ?? null }, error);
  }
}
