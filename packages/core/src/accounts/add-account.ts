import type { AccountId, Language, WorkspaceId } from '@latchkey/contract/vocabulary';
import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import type { Invitation } from '../invitations/invitation.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { defaultWorkspace } from '../workspaces/default-workspace.ts';
import { newAccount } from './new-account.ts';

interface Wanted {
  /** Normalised. */
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly place: { readonly workspaceId: WorkspaceId; readonly role: Invitation['role'] } | undefined;
}

/**
 * Creates an account as an administrator, with a one-time password that is told nowhere else. Without a place of its own
 * it joins the default workspace.
 *
 * @throws DomainError `email_already_in_use`, `workspace_not_found`.
 */
export async function addAccount(
  { store, clock, secrets, passwordHasher, rules }: Platform,
  origin: Origin,
  actor: AdminActor,
  { place, ...details }: Wanted,
): Promise<{ readonly id: AccountId; readonly oneTimePassword: string }> {
  const oneTimePassword = secrets.newPassword();
  const hash = await passwordHasher.hash(oneTimePassword);
  const at = clock();
  const account = newAccount({ id: secrets.newId<AccountId>(), createdAt: at, ...details });
  await store.transaction(async (stores) => {
    if (!(await stores.accounts.add(account))) throw new DomainError('email_already_in_use');
    await stores.passwords.set(account.id, { hash, isOneTime: true }, at);
    if (place !== undefined) {
      if ((await stores.workspaces.find(place.workspaceId)) === undefined) throw new DomainError('workspace_not_found');
      await stores.workspaces.addMember({ ...place, accountId: account.id, createdAt: at });
    }
    const fallback = place === undefined ? await defaultWorkspace(rules, stores) : undefined;
    if (fallback !== undefined) {
      const membership = { workspaceId: fallback, accountId: account.id, role: 'normal' as const, createdAt: at };
      await stores.workspaces.addMember(membership);
    }
    const entry = { at, ...auditedAs(actor), subjectId: account.id, origin, details: { email: account.email } };
    await stores.audit.append({ ...entry, action: 'account.created' });
  });
  return { id: account.id, oneTimePassword };
}
