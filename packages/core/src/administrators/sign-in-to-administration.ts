import type { SignInRule } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { findPassword } from '../credentials/find-password.ts';
import { wrongPassword } from '../credentials/wrong-password.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { countPasswordTry, takeBackPasswordTry } from '../limits/password-tries.ts';
import { noteRefusal } from '../sign-in-attempts/note-refusal.ts';
import { type IssuedAdminSession, openAdminSession } from './open-admin-session.ts';

/** Tells the attempts at this door from those at the workspaces'. */
const DOOR = { door: 'administration' } as const;

/**
 * Signs a system administrator in to the administration with their password, whatever the sign-in policy of the
 * workspaces says. Whoever is not on the list is told what a wrong password is told, after the same work.
 *
 * @throws DomainError `email_code_login_limit`, `authentication_failed`, `one_time_password_expired`, `account_banned`.
 */
export async function signInToAdministration(
  platform: Platform,
  origin: Origin,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<IssuedAdminSession> {
  const { store, clock } = platform;
  const account = await store.accounts.findByEmail(email);
  const attempt = { origin, method: 'password', email, details: DOOR } as const;
  try {
    await countPasswordTry(platform, email, origin, account?.id);
    const known = await findPassword(platform, account, [password]);
    const isAdministrator = account !== undefined && (await store.administrators.has(account.id));
    if (known === undefined || account === undefined) throw await wrongPassword(platform, account);
    if (!isAdministrator) throw new DomainError('authentication_failed', { rule: 'not_administrator' });
    if (account.status === 'closed') throw new DomainError('authentication_failed', { rule: 'closed' });
    if (account.status === 'banned') throw new DomainError('account_banned', { rule: 'banned' });
    return await store.transaction(async (stores) => {
      await takeBackPasswordTry(stores.limits, email, networkOf(origin.ip));
      await stores.attempts.append({ ...attempt, accountId: account.id, at: clock(), refusal: null, rule: null });
      const issued = await openAdminSession(platform, stores, origin, { account });
      return { ...issued, hasOneTimePassword: known.isOneTime };
    });
  } catch (error) {
    return noteRefusal(platform, { ...attempt, accountId: account?.id ?? null }, error);
  }
}

/**
 * Signs a system administrator in with a link that was cut at the server's shell. Of two at once one wins.
 *
 * @throws DomainError `invalid_or_expired_token`, `too_many_requests`.
 */
export async function signInByLink(platform: Platform, origin: Origin, token: string): Promise<IssuedAdminSession> {
  const { store, clock, secrets } = platform;
  const attempt = { origin, method: 'link', details: DOOR } as const;
  let account: Account | undefined;
  try {
    await countAgainstLimit(platform, 'link-network', networkOf(origin.ip));
    const hash = secrets.digest(token);
    const link = await store.links.find('administrator_sign_in', hash, clock());
    account = link && (await store.accounts.find(link.accountId));
    if (account === undefined) throw linkRefused('expired_link');
    const { id: accountId, email, status } = account;
    if (status === 'banned' || status === 'closed') throw linkRefused(status);
    if (status !== 'active' || !(await store.administrators.has(accountId))) throw linkRefused('not_administrator');
    const administrator = account;
    return await store.transaction(async (stores) => {
      if (!(await stores.links.take('administrator_sign_in', hash))) throw linkRefused('expired_link');
      await stores.attempts.append({ ...attempt, email, accountId, at: clock(), refusal: null, rule: null });
      return {
        ...(await openAdminSession(platform, stores, origin, { account: administrator, isByLink: true })),
        hasOneTimePassword: false,
      };
    });
  } catch (error) {
    const { id: accountId = null, email = '' } = account ?? {};
    return noteRefusal(platform, { ...attempt, email, accountId }, error);
  }
}

function linkRefused(rule: SignInRule): DomainError {
  return new DomainError('invalid_or_expired_token', { rule });
}
