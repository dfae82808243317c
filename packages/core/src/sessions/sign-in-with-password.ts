import type { AccountId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { DomainError } from '../kernel/domain-error.ts';
import { networkOf } from '../kernel/network.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { countAgainstLimit, limitKey } from '../limits/count-against-limit.ts';
import { allowsMethod } from '../policies/sign-in-policy.ts';
import type { SignInAttempt } from '../sign-in-attempts/sign-in-attempt.ts';
import { currentWorkspace } from '../workspaces/workspace.ts';
import { type IssuedSession, openConsoleSession } from './open-console-session.ts';

interface Input {
  /** Normalised. */
  readonly email: string;
  /** What the password may have been before encoding, the likeliest first; all of them are one try. */
  readonly passwords: readonly string[];
}

export type SignInResult =
  | ({ readonly kind: 'signed_in'; readonly account: Account } & IssuedSession)
  | { readonly kind: 'no_workspace' };

/**
 * Signs a person in to the console with e-mail address and password. Unknown address and wrong password cost the same
 * and say the same; an account's own state shows only to whoever knows its password. Every try is kept.
 *
 * @throws DomainError `forbidden` (the method is off), `email_code_login_limit`, `authentication_failed`,
 *   `account_banned`.
 */
export async function signInWithPassword(platform: Platform, origin: Origin, input: Input): Promise<SignInResult> {
  const { store, clock, secrets, rules } = platform;
  const note = (refusal: SignInAttempt['refusal'], accountId: AccountId | null) =>
    store.attempts.append({ origin, at: clock(), method: 'password', email: input.email, accountId, refusal });
  const refused = async (refusal: DomainError, accountId: AccountId | null): Promise<never> => {
    await note(refusal.code, accountId);
    throw refusal;
  };

  if (!allowsMethod(await store.policy.get(), 'password')) return refused(new DomainError('forbidden'), null);

  const network = networkOf(origin.ip);
  const guesses = `${input.email} ${network}`;
  const takeBack = async ({ limits }: Pick<Stores, 'limits'>): Promise<void> => {
    await limits.refund(limitKey('password-network', network));
    await limits.clear(limitKey('password-account-network', guesses));
  };
  const account = await store.accounts.findByEmail(input.email);
  try {
    await Promise.all([
      countAgainstLimit(platform, 'password-network', network, 'email_code_login_limit'),
      countAgainstLimit(platform, 'password-account-network', guesses, 'email_code_login_limit'),
    ]);
  } catch (error) {
    if (error instanceof DomainError) return refused(error, account?.id ?? null);
    throw error;
  }

  if (account === undefined || !(await knowsPassword(platform, account, input.passwords))) {
    if (account === undefined) await verifyAny(platform, undefined, input.passwords);
    return refused(new DomainError('authentication_failed'), account?.id ?? null);
  }
  if (account.status === 'banned') return refused(new DomainError('account_banned'), account.id);
  if (account.status === 'closed') return refused(new DomainError('authentication_failed'), account.id);
  if (currentWorkspace(await store.workspaces.listOf(account.id), account.currentWorkspaceId) === undefined) {
    await takeBack(store);
    await note('no_workspace', account.id);
    return { kind: 'no_workspace' };
  }

  const now = clock();
  const { session, refreshToken, token } = openConsoleSession(secrets, rules.sessions, account.id, origin, now);
  await store.transaction(async (stores) => {
    await takeBack(stores);
    await stores.consoleSessions.add(session, token);
    await stores.accounts.noteSignIn(account.id, now, origin.ip);
    await stores.attempts.append({
      origin,
      at: now,
      method: 'password',
      email: input.email,
      accountId: account.id,
      refusal: null,
    });
    await stores.audit.append({
      at: now,
      action: 'console.signed_in',
      actorId: account.id,
      origin,
      details: { method: 'password' },
    });
  });
  return { kind: 'signed_in', account, session, refreshToken };
}

async function knowsPassword(platform: Platform, account: Account, passwords: readonly string[]): Promise<boolean> {
  const { store, passwordHasher } = platform;
  const hash = await store.passwords.find(account.id);
  const password = await verifyAny(platform, hash, passwords);
  if (password === undefined || hash === undefined) return false;
  if (passwordHasher.needsRehash(hash)) {
    await store.passwords.replace(account.id, hash, await passwordHasher.hash(password));
  }
  return true;
}

/** The first candidate that belongs to the hash. */
async function verifyAny(
  { passwordHasher }: Platform,
  hash: string | undefined,
  passwords: readonly string[],
): Promise<string | undefined> {
  for (const password of passwords) {
    if (await passwordHasher.verify(password, hash)) return password;
  }
  return undefined;
}
