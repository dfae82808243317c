import { requireAnotherAdministrator } from '../administrators/require-another-administrator.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { checkMailCode } from '../mail-codes/check-mail-code.ts';
import { sendMailCode } from '../mail-codes/send-mail-code.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';
import { leaveWorkspaces } from './leave-workspaces.ts';

/**
 * Sends the actor a code for deleting their account; returns the token that goes with it.
 *
 * @throws DomainError `email_send_ip_limit`, `email_code_account_deletion_rate_limit_exceeded`.
 */
export function askForAccountDeletion(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
): Promise<string> {
  return sendMailCode(platform, origin, {
    purpose: 'account_deletion',
    email: account.email,
    accountId: account.id,
    holder: account.id,
    language: account.interfaceLanguage,
    letter: (code) => ({ kind: 'account_deletion_code', facts: { code }, hasCode: true }),
    refusal: 'email_code_account_deletion_rate_limit_exceeded',
  });
}

/**
 * Deletes the actor's account by a code from their mail; what it owns alone goes with it.
 *
 * @throws DomainError `invalid_account_deletion_code`, `last_administrator`.
 */
export async function deleteOwnAccount(
  platform: Platform,
  origin: Origin,
  { account }: AdmittedSession,
  typed: { readonly code: string; readonly token: string },
): Promise<void> {
  const { store, clock } = platform;
  const wrong = 'invalid_account_deletion_code';
  const sent = await checkMailCode(
    platform,
    origin,
    { purpose: 'account_deletion', email: account.email, ...typed },
    wrong,
  ).catch((error: unknown) => {
    throw error instanceof DomainError ? new DomainError(wrong) : error;
  });
  if (sent.holder !== account.id) throw new DomainError(wrong);
  const at = clock();
  await store.transaction(async (stores) => {
    if (!(await stores.mailCodes.take('account_deletion', sent.tokenHash))) throw new DomainError(wrong);
    await requireAnotherAdministrator(stores, account.id);
    await leaveWorkspaces(stores, { accountId: account.id, heirs: new Map(), emptyOnes: 'remove' });
    await stores.outbox.add({
      kind: 'account_deleted',
      accountId: null,
      to: account.email,
      language: account.interfaceLanguage,
      createdAt: at,
      expiresAt: null,
      facts: {},
    });
    await stores.accounts.remove(account.id);
    const details = { email: account.email };
    await stores.audit.append({ at, action: 'account.deleted', actorId: account.id, origin, details });
  });
}
