import type { ErrorCode } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit, limitKey } from './count-against-limit.ts';
import { isOwnNetwork } from './is-own-network.ts';
import type { LimitStore } from './limit-store.ts';

/**
 * Counts one try at a code from a letter before it is compared: by address and network, and by address alone, since new
 * letters bring new codes and a guesser may have many networks. The latter does not hold for networks where the account
 * was signed in lately, so that a stranger's guesses never lock out its owner.
 *
 * @throws DomainError `refusal`.
 */
export async function countCodeTry(
  platform: Platform,
  email: string,
  network: string,
  refusal: ErrorCode,
): Promise<void> {
  const [fromNetwork, forAddress] = await Promise.allSettled([
    countAgainstLimit(platform, 'code-account-network', `${email} ${network}`, refusal),
    countAgainstLimit(platform, 'code-account', email, refusal),
  ]);
  if (fromNetwork.status === 'rejected') throw fromNetwork.reason;
  if (forAddress.status === 'fulfilled') return;
  if (!(forAddress.reason instanceof DomainError)) throw forAddress.reason;
  const account = await platform.store.accounts.findByEmail(email);
  if (!(await isOwnNetwork(platform, account?.id, network))) throw forAddress.reason;
}

/** Forgets the tries of somebody who had the code after all. */
export async function takeBackCodeTry(
  limits: Pick<LimitStore, 'clear' | 'refund'>,
  email: string,
  network: string,
): Promise<void> {
  await limits.refund(limitKey('code-account', email));
  await limits.clear(limitKey('code-account-network', `${email} ${network}`));
}
