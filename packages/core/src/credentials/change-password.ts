import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit, limitKey } from '../limits/count-against-limit.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { requireGoodPassword } from './require-good-password.ts';
import { setPassword } from './set-password.ts';

interface Input {
  readonly current: string | undefined;
  readonly next: string;
}

/**
 * Changes the actor's password, ends every other session of the account and tells the owner by letter.
 *
 * @throws DomainError `current_password_incorrect`; `email_code_login_limit` after too many wrong ones;
 *   `password_too_short`, `password_too_common`.
 */
export async function changePassword(
  platform: Platform,
  origin: Origin,
  { account, session }: AdmittedSession,
  input: Input,
): Promise<void> {
  const { store, clock, passwordHasher } = platform;
  const stored = await store.passwords.find(account.id);
  if (stored !== undefined) {
    const guesses = `${account.email} ${networkOf(origin.ip)}`;
    await countAgainstLimit(platform, 'password-account-network', guesses, 'email_code_login_limit');
    const known = await passwordHasher.verify(input.current ?? '', stored.hash);
    if (!known) throw new DomainError('current_password_incorrect');
    await store.limits.clear(limitKey('password-account-network', guesses));
  }
  await requireGoodPassword(platform, input.next, account);
  const password = { hash: await passwordHasher.hash(input.next), isOneTime: false };
  const at = clock();
  await store.transaction((stores) =>
    setPassword(stores, origin, {
      account,
      password,
      at,
      action: 'account.password_changed',
      keep: { console: session.id },
    }),
  );
}
