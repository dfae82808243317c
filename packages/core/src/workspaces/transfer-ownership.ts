import type { AccountId, Language } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { proveMailCode } from '../mail-codes/prove-mail-code.ts';
import { sendMailCode } from '../mail-codes/send-mail-code.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { currentMembership } from './current-membership.ts';
import type { JoinedWorkspace } from './workspace.ts';

/**
 * Sends the owner a code for handing the current workspace over; returns the token that goes with it.
 *
 * @throws DomainError `not_owner`, `email_send_ip_limit`, `owner_transfer_rate_limit_exceeded`.
 */
export async function askForOwnerTransfer(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  language: Language | undefined,
): Promise<string> {
  const workspace = await owned(platform, account);
  return sendMailCode(platform, origin, {
    purpose: 'owner_transfer',
    email: account.email,
    accountId: account.id,
    holder: account.id,
    subject: workspace.id,
    language: language ?? account.interfaceLanguage,
    letter: (code) => ({ kind: 'owner_transfer_code', facts: { workspace: workspace.name, code }, hasCode: true }),
    refusal: 'owner_transfer_rate_limit_exceeded',
  });
}

/**
 * Proves the code for handing the current workspace over.
 *
 * @throws DomainError `not_owner`, `owner_transfer_limit`, `invalid_or_expired_token`, `invalid_email`,
 *   `email_code_error`.
 */
export async function proveOwnerTransfer(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  typed: { readonly code: string; readonly token: string },
) {
  await owned(platform, account);
  const { email } = account;
  return proveMailCode(platform, origin, { purpose: 'owner_transfer', email, ...typed }, 'owner_transfer_limit');
}

/**
 * Hands the current workspace over to a member, by a proven code; the former owner becomes an admin, and both are told.
 *
 * @throws DomainError `not_owner`, `cannot_transfer_owner_to_self`, `invalid_or_expired_token`, `invalid_email`,
 *   `not_found`, `member_not_in_tenant`.
 */
export async function transferOwnership(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  { memberId, token }: { readonly memberId: AccountId; readonly token: string },
): Promise<void> {
  const { store, clock, secrets } = platform;
  const workspace = await owned(platform, account);
  if (memberId === account.id) throw new DomainError('cannot_transfer_owner_to_self');
  const at = clock();
  const proven = await store.mailCodes.findProven('owner_transfer', secrets.digest(token), at);
  if (proven?.subject !== workspace.id || proven.holder !== account.id) {
    throw new DomainError('invalid_or_expired_token');
  }
  if (proven.email !== account.email) throw new DomainError('invalid_email');
  const member = await store.accounts.find(memberId);
  if (member === undefined) throw new DomainError('not_found');
  await store.transaction(async (stores) => {
    if (!(await stores.mailCodes.take('owner_transfer', proven.tokenHash))) {
      throw new DomainError('invalid_or_expired_token');
    }
    // Somebody who has not come yet cannot own anything.
    const isHandedOver =
      member.status === 'active' && (await stores.workspaces.handOver(workspace.id, account.id, memberId));
    if (!isHandedOver) throw new DomainError('member_not_in_tenant');
    const facts = { workspace: workspace.name, from: account.name, to: member.name };
    for (const { id, email, interfaceLanguage } of [account, member]) {
      const letter = { accountId: id, to: email, language: interfaceLanguage, createdAt: at, expiresAt: null };
      await stores.outbox.add({ ...letter, kind: 'owner_transferred', facts });
    }
    await stores.audit.append({
      at,
      action: 'workspace.owner_changed',
      actorId: account.id,
      subjectId: memberId,
      workspaceId: workspace.id,
      origin,
      details: { before: account.email, after: member.email },
    });
  });
}

async function owned({ store }: Platform, account: AdmittedSession['account']): Promise<JoinedWorkspace> {
  const workspace = await currentMembership(store, account);
  if (workspace.role !== 'owner') throw new DomainError('not_owner');
  return workspace;
}
