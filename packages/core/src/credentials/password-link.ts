import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { requireGoodPassword } from './require-good-password.ts';
import { setPassword } from './set-password.ts';

/**
 * Whom a password link is for. Looking does not use it up.
 *
 * @throws DomainError `invalid_or_expired_token`, `too_many_requests`.
 */
export async function openPasswordLink(platform: Platform, origin: Origin, token: string) {
  const { store, clock, secrets } = platform;
  await countAgainstLimit(platform, 'link-network', networkOf(origin.ip));
  const link = await store.links.find('password_reset', secrets.digest(token), clock());
  const account = link && (await store.accounts.find(link.accountId));
  if (account === undefined || account.status === 'closed') throw new DomainError('invalid_or_expired_token');
  return account;
}

/**
 * Sets a new password by a link from a letter that an administrator started. Of two at once one wins.
 *
 * @throws DomainError `invalid_or_expired_token`, `too_many_requests`, `password_too_short`, `password_too_common`.
 */
export async function setPasswordByLink(
  platform: Platform,
  origin: Origin,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<void> {
  const { store, clock, secrets, passwordHasher } = platform;
  const account = await openPasswordLink(platform, origin, token);
  await requireGoodPassword(platform, password, account);
  const hash = await passwordHasher.hash(password);
  const at = clock();
  await store.transaction(async (stores) => {
    if (!(await stores.links.take('password_reset', secrets.digest(token)))) {
      throw new DomainError('invalid_or_expired_token');
    }
    await setPassword(stores, origin, {
      account,
      password: { hash, isOneTime: false },
      at,
      action: 'account.password_reset',
    });
  });
}
