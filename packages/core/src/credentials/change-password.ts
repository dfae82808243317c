import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit, limitKey } from '../limits/count-against-limit.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';

interface Input {
  readonly current: string | undefined;
  readonly next: string;
}

/**
 * Changes the actor's password, ends every other session of the account and tells the owner by letter.
 *
 * @throws DomainError `current_password_incorrect`; `email_code_login_limit` after too many wrong ones.
 */
export async function changePassword(
  platform: Platform,
  origin: Origin,
  actor: AdmittedSession,
  input: Input,
): Promise<void> {
  const { store, clock, passwordHasher } = platform;
  const { account, session } = actor;
  const stored = await store.passwords.find(account.id);
  const guesses = `${account.email} ${networkOf(origin.ip)}`;
  if (stored !== undefined) {
    await countAgainstLimit(platform, 'password-account-network', guesses, 'email_code_login_limit');
    const known = await passwordHasher.verify(input.current ?? '', stored);
    if (!known) throw new DomainError('current_password_incorrect');
  }
  const hash = await passwordHasher.hash(input.next);
  const now = clock();
  await store.transaction(async (stores) => {
    await stores.passwords.set(account.id, hash, now);
    await stores.limits.clear(limitKey('password-account-network', guesses));
    const browsers = await stores.consoleSessions.revokeAll(account.id, now, session.id);
    const terminals = await stores.bearerSessions.revokeAll(account.id, now);
    await stores.outbox.add({
      kind: 'password_changed',
      accountId: account.id,
      to: account.email,
      language: account.interfaceLanguage,
      createdAt: now,
      facts: { ip: origin.ip },
    });
    const details = { browsers_ended: browsers, terminals_ended: terminals };
    await stores.audit.append({ at: now, action: 'account.password_changed', actorId: account.id, origin, details });
  });
}
