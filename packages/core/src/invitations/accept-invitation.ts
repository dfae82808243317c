import type { InvitationId, Language } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { activateAccount } from '../accounts/activate-account.ts';
import { requireGoodPassword } from '../credentials/require-good-password.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { checkMailCode } from '../mail-codes/check-mail-code.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { allowsMethod } from '../policies/sign-in-policy.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { letIn, type SignInResult } from '../sessions/let-in.ts';
import { invitationStatus, type ListedInvitation } from './invitation.ts';

interface Input {
  readonly token: string;
  readonly name: string;
  readonly language: Language;
  readonly timezone: string;
  /** Set where the address is proven: by the letter's link, or by a code. */
  readonly password?: string | undefined;
  readonly proof?: { readonly code: string; readonly token: string } | undefined;
}

/**
 * Accepts an invitation by its link. A pending account becomes active; with its address proven it gets a password and
 * a session where the policy allows. Somebody who has an account must be signed in with it, so that they were asked.
 * Returns the session when one was opened. Of two at once one wins.
 *
 * @throws DomainError `already_activate`, `unauthorized`, `wrong_recipient`, `forbidden`, `email_code_error`,
 *   `invalid_or_expired_token`, `password_too_short`, `password_too_common`.
 */
export async function acceptInvitation(
  platform: Platform,
  origin: Origin,
  actor: AdmittedSession | undefined,
  input: Input,
): Promise<SignInResult | undefined> {
  const { store, clock, secrets } = platform;
  const invitation = await store.invitations.findByToken(secrets.digest(input.token));
  if (invitation === undefined || invitationStatus(invitation, clock()) !== 'open') {
    throw new DomainError('already_activate');
  }
  const account = await store.accounts.find(invitation.accountId);
  switch (account?.status) {
    case 'pending':
      return acceptAsNew(platform, origin, invitation, account, input);
    case 'active':
    case 'uninitialized':
      if (actor === undefined) throw new DomainError('unauthorized');
      if (actor.account.id !== account.id) throw new DomainError('wrong_recipient');
      await store.transaction((stores) => join(platform, stores, origin, invitation));
      return undefined;
    default:
      throw new DomainError('already_activate');
  }
}

/**
 * Answers an invitation to a workspace as the one it is for.
 *
 * @throws DomainError `invitation_not_open`.
 */
export async function answerInvitation(
  platform: Platform,
  origin: Origin,
  { account }: Pick<AdmittedSession, 'account'>,
  { id, accepts }: { readonly id: InvitationId; readonly accepts: boolean },
): Promise<void> {
  const { store, clock } = platform;
  const invitation = await store.invitations.find(id);
  const isOpen = invitation !== undefined && invitationStatus(invitation, clock()) === 'open';
  if (!isOpen || invitation.accountId !== account.id) throw new DomainError('invitation_not_open');
  await store.transaction(async (stores) => {
    if (accepts) return join(platform, stores, origin, invitation);
    const at = clock();
    if (!(await stores.invitations.answer(id, 'declined', at))) throw new DomainError('invitation_not_open');
    const { workspaceId } = invitation;
    const entry = { at, actorId: account.id, subjectId: account.id, workspaceId, origin, details: {} };
    await stores.audit.append({ ...entry, action: 'member.invitation_declined' });
  });
}

async function join({ clock }: Platform, stores: Stores, origin: Origin, invitation: ListedInvitation): Promise<void> {
  const at = clock();
  const { id, workspaceId, accountId, role } = invitation;
  if (!(await stores.invitations.answer(id, 'accepted', at))) throw new DomainError('already_activate');
  await stores.workspaces.addMember({ workspaceId, accountId, role, createdAt: at });
  const entry = { at, actorId: accountId, subjectId: accountId, workspaceId, origin, details: { role } };
  await stores.audit.append({ ...entry, action: 'member.joined' });
}

async function acceptAsNew(
  platform: Platform,
  origin: Origin,
  invitation: ListedInvitation & { readonly isProof: boolean },
  account: Account,
  { name, language, timezone, password, proof }: Input,
): Promise<SignInResult | undefined> {
  const { store, clock, passwordHasher } = platform;
  const policy = await currentPolicy(store, clock);
  const isProven = invitation.isProof || (await provesAddress());
  if (password !== undefined && !(isProven && allowsMethod(policy, 'password'))) throw new DomainError('forbidden');
  if (password !== undefined) await requireGoodPassword(platform, password, { email: account.email, name });
  const hash = password === undefined ? undefined : await passwordHasher.hash(password);
  const preferences = { name, interfaceLanguage: language, timezone };
  return store.transaction(async (stores) => {
    const at = clock();
    if (!(await stores.invitations.answer(invitation.id, 'accepted', at))) throw new DomainError('already_activate');
    await stores.accounts.setPreferences(account.id, preferences);
    if (hash !== undefined) await stores.passwords.set(account.id, { hash, isOneTime: false }, at);
    const { workspaceId, role } = invitation;
    const entry = { at, actorId: account.id, subjectId: account.id, workspaceId, origin, details: { role } };
    await stores.audit.append({ ...entry, action: 'member.joined' });
    const named = { ...account, ...preferences, currentWorkspaceId: workspaceId };
    await stores.accounts.setCurrentWorkspace(account.id, workspaceId);
    if (hash !== undefined)
      return letIn(platform, stores, origin, { account: named, method: 'password', way: 'invitation' });
    if (isProven && allowsMethod(policy, 'email_code')) {
      return letIn(platform, stores, origin, { account: named, method: 'email_code', way: 'invitation' });
    }
    await activateAccount(platform, stores, named, at);
    return undefined;
  });

  async function provesAddress(): Promise<boolean> {
    if (proof === undefined) return false;
    const typed = { purpose: 'invitation' as const, email: account.email, ...proof };
    const { tokenHash, subject } = await checkMailCode(platform, origin, typed, 'email_register_limit');
    if (subject !== invitation.id || !(await store.mailCodes.take('invitation', tokenHash))) {
      throw new DomainError('invalid_or_expired_token');
    }
    return true;
  }
}
