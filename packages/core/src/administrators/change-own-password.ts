import { requireGoodPassword } from '../credentials/require-good-password.ts';
import { setPassword } from '../credentials/set-password.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit, limitKey } from '../limits/count-against-limit.ts';
import type { AdmittedAdminSession } from './admin-session-store.ts';

/**
 * Changes an administrator's own password from the administration; every other session of the account ends. Whoever
 * came by a link from the shell need not know the old one.
 *
 * @throws DomainError `current_password_incorrect`, `email_code_login_limit`, `password_too_short`,
 *   `password_too_common`.
 */
export async function changeAdministratorPassword(
  platform: Platform,
  origin: Origin,
  { account, session }: AdmittedAdminSession,
  { current, next }: { readonly current: string | undefined; readonly next: string },
): Promise<void> {
  const { store, clock, passwordHasher } = platform;
  const stored = await store.passwords.find(account.id);
  if (stored !== undefined && !session.isByLink) {
    const guesses = `${account.email} ${networkOf(origin.ip)}`;
    await countAgainstLimit(platform, 'password-account-network', guesses, 'email_code_login_limit');
    if (!(await passwordHasher.verify(current ?? '', stored.hash))) throw new DomainError('current_password_incorrect');
    await store.limits.clear(limitKey('password-account-network', guesses));
  }
  await requireGoodPassword(platform, next, account);
  const password = { hash: await passwordHasher.hash(next), isOneTime: false };
  const at = clock();
  const keep = { admin: session.id };
  await store.transaction((stores) =>
    setPassword(stores, origin, { account, password, at, action: 'account.password_changed', keep }),
  );
}
