import type { AccountId } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { type AdminActor, auditedAs } from './administrator.ts';
import { requireAnotherAdministrator } from './require-another-administrator.ts';

/**
 * Makes an account a system administrator.
 *
 * @throws DomainError `account_unknown`.
 */
export async function addAdministrator(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdminActor,
  email: string,
): Promise<void> {
  const account = await store.accounts.findByEmail(email);
  if (account === undefined) throw new DomainError('account_unknown');
  const at = clock();
  await store.transaction(async (stores) => {
    await stores.administrators.add(account.id, at);
    const entry = { at, ...auditedAs(actor), subjectId: account.id, origin, details: { email } };
    await stores.audit.append({ ...entry, action: 'administrator.added' });
  });
}

/**
 * Takes an account off the list, and ends its sessions in the administration.
 *
 * @throws DomainError `account_unknown` when it is not on it, `last_administrator`.
 */
export async function removeAdministrator(
  { store, clock }: Platform,
  origin: Origin,
  actor: AdminActor,
  accountId: AccountId,
): Promise<void> {
  const at = clock();
  await store.transaction(async (stores) => {
    await requireAnotherAdministrator(stores, accountId);
    if (!(await stores.administrators.remove(accountId))) throw new DomainError('account_unknown');
    await stores.adminSessions.revokeAll(accountId, at);
    const entry = { at, ...auditedAs(actor), subjectId: accountId, origin, details: {} };
    await stores.audit.append({ ...entry, action: 'administrator.removed' });
  });
}
