import type { Account } from '../accounts/account.ts';
import { requireGoodPassword } from '../credentials/require-good-password.ts';
import { setPassword } from '../credentials/set-password.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { refuseMethod } from '../policies/sign-in-policy.ts';
import { noteRefusal } from '../sign-in-attempts/note-refusal.ts';
import { currentWorkspace } from '../workspaces/workspace.ts';
import { letIn, type SignInResult } from './let-in.ts';
import { nextStep, type SignInStep } from './next-step.ts';
import type { UnfinishedSignIn } from './unfinished-sign-in.ts';

export interface ViewedSignIn {
  readonly signIn: UnfinishedSignIn;
  readonly account: Account;
  /** `undefined` when nothing is missing any more. */
  readonly step: SignInStep | undefined;
}

/**
 * What an unfinished sign-in still needs, as things are now.
 *
 * @throws DomainError `unauthorized` when it is unknown or over, or the account may not sign in any more.
 */
export async function viewUnfinishedSignIn({ store, clock, secrets }: Platform, token: string): Promise<ViewedSignIn> {
  const signIn = await store.unfinishedSignIns.find(secrets.digest(token), clock());
  const account = signIn && (await store.accounts.find(signIn.accountId));
  if (signIn === undefined || account === undefined || account.status === 'banned' || account.status === 'closed') {
    throw new DomainError('unauthorized');
  }
  const password = await store.passwords.find(account.id);
  const joined = await store.workspaces.listOf(account.id);
  const step = nextStep({
    hasOneTimePassword: signIn.method === 'password' && password?.isOneTime === true,
    hasWorkspace: currentWorkspace(joined, account.currentWorkspaceId) !== undefined,
  });
  return { signIn, account, step };
}

/**
 * Ends a sign-in once nothing is missing; else it stays as it is.
 *
 * @throws DomainError `unauthorized`, `forbidden` (its method is off by now); of two at once one wins.
 */
export async function continueSignIn(platform: Platform, origin: Origin, token: string): Promise<SignInResult> {
  const { signIn, account, step } = await viewUnfinishedSignIn(platform, token);
  if (step !== undefined) return { kind: 'unfinished', step, account, token };
  await requireMethod(platform, origin, signIn, account);
  return platform.store.transaction(async (stores) => {
    if (!(await stores.unfinishedSignIns.take(signIn.tokenHash))) throw new DomainError('unauthorized');
    const { method, proof } = signIn;
    return letIn(platform, stores, origin, { account, method, proof, way: 'password' });
  });
}

/**
 * Replaces a one-time password by one of the owner's own, and goes on with the sign-in.
 *
 * @throws DomainError `unauthorized`, `forbidden` (passwords are off by now), `password_too_short`,
 *   `password_too_common`.
 */
export async function replaceOneTimePassword(
  platform: Platform,
  origin: Origin,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<SignInResult> {
  const { store, clock, passwordHasher } = platform;
  const { signIn, account, step } = await viewUnfinishedSignIn(platform, token);
  if (step !== 'new_password') throw new DomainError('unauthorized');
  await requireMethod(platform, origin, signIn, account);
  await requireGoodPassword(platform, password, account);
  const hash = await passwordHasher.hash(password);
  return store.transaction(async (stores) => {
    if (!(await stores.unfinishedSignIns.take(signIn.tokenHash))) throw new DomainError('unauthorized');
    const next = { hash, isOneTime: false };
    await setPassword(stores, origin, { account, password: next, at: clock(), action: 'account.password_changed' });
    return letIn(platform, stores, origin, { account, method: signIn.method, way: 'password' });
  });
}

/** A method that was switched off since opens no session to whoever had begun with it. */
async function requireMethod(
  platform: Platform,
  origin: Origin,
  { method }: UnfinishedSignIn,
  { id: accountId, email }: Account,
): Promise<void> {
  const rule = refuseMethod(await currentPolicy(platform.store, platform.clock), method);
  if (rule === undefined) return;
  await noteRefusal(platform, { origin, method, email, accountId }, new DomainError('forbidden', { rule }));
}
