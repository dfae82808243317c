import type { AccountId } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit, limitKey } from './count-against-limit.ts';
import { isOwnNetwork } from './is-own-network.ts';
import type { LimitStore } from './limit-store.ts';

/**
 * Counts one try at an account's password before it is checked: by network, by account and network, and by account
 * alone. The last one does not hold for networks where the account was signed in lately, so that a stranger's guesses
 * never lock out its owner.
 *
 * @throws DomainError `email_code_login_limit`.
 */
export async function countPasswordTry(
  platform: Platform,
  email: string,
  origin: Origin,
  accountId: AccountId | undefined,
): Promise<void> {
  const network = networkOf(origin.ip);
  const refusal = 'email_code_login_limit';
  const [fromNetwork, forAccountFromNetwork, forAccount] = await Promise.allSettled([
    countAgainstLimit(platform, 'password-network', network, refusal),
    countAgainstLimit(platform, 'password-account-network', `${email} ${network}`, refusal),
    countAgainstLimit(platform, 'password-account', email, refusal),
  ]);
  for (const result of [fromNetwork, forAccountFromNetwork]) if (result.status === 'rejected') throw result.reason;
  if (forAccount.status === 'fulfilled') return;
  if (!(forAccount.reason instanceof DomainError)) throw forAccount.reason;
  if (!(await isOwnNetwork(platform, accountId, network))) throw forAccount.reason;
}

/** Forgets the tries of somebody who knew the password after all. */
export async function takeBackPasswordTry(
  limits: Pick<LimitStore, 'clear' | 'refund'>,
  email: string,
  network: string,
): Promise<void> {
  await limits.refund(limitKey('password-network', network));
  await limits.refund(limitKey('password-account', email));
  await limits.clear(limitKey('password-account-network', `${email} ${network}`));
}

/** Lifts every lock of an address: wrong passwords and wrong codes, from wherever they came. */
export async function liftLocks(limits: Pick<LimitStore, 'clear' | 'clearAll'>, email: string): Promise<void> {
  await limits.clear(limitKey('password-account', email));
  await limits.clear(limitKey('code-account', email));
  await limits.clearAll(limitKey('password-account-network', `${email} `));
  await limits.clearAll(limitKey('code-account-network', `${email} `));
}
