import type { AdminSessionId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { findPassword } from '../credentials/find-password.ts';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { countAgainstLimit } from '../limits/count-against-limit.ts';
import { countPasswordTry, takeBackPasswordTry } from '../limits/password-tries.ts';
import { ADMIN_SESSION_SECONDS, ADMIN_SESSION_TOKEN_BYTES, type AdminSession } from './administrator.ts';

export interface IssuedAdminSession {
  readonly session: AdminSession;
  readonly account: Account;
  readonly hasOneTimePassword: boolean;
  /** Told once; goes into a cookie. */
  readonly token: string;
}

/**
 * Signs a system administrator in to the administration with their password, whatever the sign-in policy of the
 * workspaces says. Whoever is not on the list is told what a wrong password is told, after the same work.
 *
 * @throws DomainError `email_code_login_limit`, `authentication_failed`, `account_banned`.
 */
export async function signInToAdministration(
  platform: Platform,
  origin: Origin,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<IssuedAdminSession> {
  const { store, clock } = platform;
  const account = await store.accounts.findByEmail(email);
  try {
    await countPasswordTry(platform, email, origin, account?.id);
    const known = await findPassword(platform, account, [password]);
    const isAdministrator = account !== undefined && (await store.administrators.has(account.id));
    if (known === undefined || !isAdministrator || account.status === 'closed') {
      throw new DomainError('authentication_failed');
    }
    if (account.status === 'banned') throw new DomainError('account_banned');
    return await store.transaction(async (stores) => {
      await takeBackPasswordTry(stores.limits, email, networkOf(origin.ip));
      const attempt = { origin, at: clock(), method: 'password' as const, email, accountId: account.id, refusal: null };
      await stores.attempts.append({ ...attempt, details: { door: 'administration' } });
      const issued = await openAdminSession(platform, stores, origin, account, false);
      return { ...issued, hasOneTimePassword: known.isOneTime };
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refusal = error.code;
    const accountId = account?.id ?? null;
    const attempt = { origin, at: clock(), method: 'password' as const, email, accountId, refusal };
    await store.attempts.append({ ...attempt, details: { door: 'administration' } });
    throw error;
  }
}

/**
 * Signs a system administrator in with a link that was cut at the server's shell. Of two at once one wins.
 *
 * @throws DomainError `invalid_or_expired_token`, `too_many_requests`.
 */
export async function signInByLink(platform: Platform, origin: Origin, token: string): Promise<IssuedAdminSession> {
  const { store, clock, secrets } = platform;
  await countAgainstLimit(platform, 'link-network', networkOf(origin.ip));
  const hash = secrets.digest(token);
  const link = await store.links.find('administrator_sign_in', hash, clock());
  const account = link && (await store.accounts.find(link.accountId));
  const isWelcome = account?.status === 'active' && (await store.administrators.has(account.id));
  if (account === undefined || !isWelcome) throw new DomainError('invalid_or_expired_token');
  return store.transaction(async (stores) => {
    if (!(await stores.links.take('administrator_sign_in', hash))) throw new DomainError('invalid_or_expired_token');
    return { ...(await openAdminSession(platform, stores, origin, account, true)), hasOneTimePassword: false };
  });
}

async function openAdminSession(
  { clock, secrets }: Platform,
  stores: Stores,
  origin: Origin,
  account: Account,
  isByLink: boolean,
) {
  const now = clock();
  const token = secrets.newToken(ADMIN_SESSION_TOKEN_BYTES);
  const session: AdminSession = {
    id: secrets.newId<AdminSessionId>(),
    accountId: account.id,
    tokenHash: secrets.digest(token),
    isByLink,
    ip: origin.ip,
    userAgent: origin.userAgent,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: addSeconds(now, ADMIN_SESSION_SECONDS),
    revokedAt: null,
  };
  await stores.adminSessions.add(session);
  const details = { by_link: isByLink };
  const entry = { at: now, actorId: account.id, actor: 'administrator' as const, origin, details };
  await stores.audit.append({ ...entry, action: 'administration.signed_in' });
  return { session, account, token };
}
