import type { AccountId, AuditAction, WorkspaceId } from '@latchkey/contract/vocabulary';
import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import { requireAnotherAdministrator } from '../administrators/require-another-administrator.ts';
import type { AuditDetails } from '../audit/audit-entry.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import { liftLocks } from '../limits/password-tries.ts';
import { endEverySession } from '../sessions/end-every-session.ts';
import type { Account } from './account.ts';
import { leaveWorkspaces } from './leave-workspaces.ts';

type Heirs = ReadonlyMap<WorkspaceId, AccountId>;

/** Invitations that were open then are all that nobody has answered, expired or not. */
const BEGINNING = new Date(0);

/**
 * Bans an account: it is refused from the next request on, and signed out everywhere; returns how many sessions ended.
 *
 * @throws DomainError `account_unknown`, `wrong_account_status`, `last_administrator`.
 */
export async function banAccount(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  id: AccountId,
): Promise<number> {
  let ended = 0;
  await act(platform, origin, actor, id, 'account.banned', async (stores, account, at) => {
    if (account.status === 'banned' || account.status === 'closed') throw new DomainError('wrong_account_status');
    await requireAnotherAdministrator(stores, id);
    await stores.accounts.setStatus(id, 'banned');
    const { browsers, terminals } = await endEverySession(stores, id, at);
    ended = browsers + terminals;
    return { before: account.status, sessions_ended: ended };
  });
  return ended;
}

/**
 * Lifts a ban. Whoever was banned before they ever came is invited again, not in.
 *
 * @throws DomainError `account_unknown`, `wrong_account_status`.
 */
export function unbanAccount(platform: Platform, origin: Origin, actor: AdminActor, id: AccountId): Promise<void> {
  return act(platform, origin, actor, id, 'account.unbanned', async (stores, account) => {
    if (account.status !== 'banned') throw new DomainError('wrong_account_status');
    await stores.accounts.setStatus(id, (await hasCome(stores, account)) ? 'active' : 'pending');
    return {};
  });
}

/**
 * Closes an account: it stays known, leaves every workspace, and nobody signs in with it again.
 *
 * @throws DomainError `account_unknown`, `wrong_account_status`, `last_administrator`, `member_not_in_tenant`.
 */
export function closeAccount(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  id: AccountId,
  heirs: Heirs,
): Promise<void> {
  return act(platform, origin, actor, id, 'account.closed', async (stores, account, at) => {
    if (account.status === 'closed') throw new DomainError('wrong_account_status');
    await requireAnotherAdministrator(stores, id);
    await leaveWorkspaces(stores, { accountId: id, heirs, emptyOnes: 'archive' });
    await stores.accounts.setStatus(id, 'closed');
    await endEverySession(stores, id, at);
    return { email: account.email };
  });
}

/**
 * Deletes an account with everything that belongs to it; what was written down about it stays.
 *
 * @throws DomainError `account_unknown`, `last_administrator`, `member_not_in_tenant`.
 */
export function deleteAccount(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  id: AccountId,
  heirs: Heirs,
): Promise<void> {
  return act(platform, origin, actor, id, 'account.deleted', async (stores, account) => {
    await requireAnotherAdministrator(stores, id);
    await leaveWorkspaces(stores, { accountId: id, heirs, emptyOnes: 'remove' });
    if (!(await stores.accounts.remove(id))) throw new DomainError('account_unknown');
    return { email: account.email };
  });
}

/** @throws DomainError `account_unknown`. */
export function liftAccountLock(platform: Platform, origin: Origin, actor: AdminActor, id: AccountId): Promise<void> {
  return act(platform, origin, actor, id, 'account.lock_lifted', async (stores, account) => {
    await liftLocks(stores.limits, account.email);
    return {};
  });
}

/** Ends every session of an account; returns how many. @throws DomainError `account_unknown`. */
export async function endAccountSessions(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  id: AccountId,
): Promise<number> {
  let ended = 0;
  await act(platform, origin, actor, id, 'account.sessions_ended', async (stores, _account, at) => {
    const { browsers, terminals } = await endEverySession(stores, id, at);
    ended = browsers + terminals;
    return { browsers, terminals };
  });
  return ended;
}

/** @throws DomainError `account_unknown`. */
export function renameAccount(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  id: AccountId,
  name: string,
): Promise<void> {
  return act(platform, origin, actor, id, 'account.renamed', async (stores, account) => {
    await stores.accounts.setPreferences(id, { name });
    return { before: account.name, after: name };
  });
}

async function hasCome({ passwords, invitations }: Stores, { id, lastSignInAt }: Account): Promise<boolean> {
  if (lastSignInAt !== null || (await passwords.find(id)) !== undefined) return true;
  const unanswered = await invitations.listOpen(id, BEGINNING);
  return unanswered.length === 0;
}

/** One act of an administrator on an account, all of it or nothing, written down with what the act returns. */
async function act(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdminActor,
  id: AccountId,
  action: AuditAction,
  deed: (stores: Stores, account: Account, at: Date) => Promise<AuditDetails>,
): Promise<void> {
  const at = clock();
  await store.transaction(async (stores) => {
    const account = await stores.accounts.find(id);
    if (account === undefined) throw new DomainError('account_unknown');
    const details = await deed(stores, account, at);
    await stores.audit.append({ at, action, ...auditedAs(actor), subjectId: id, origin, details });
  });
}
