import type { AccountId } from '@latchkey/contract/vocabulary';
import { type AdminActor, auditedAs } from '../administrators/administrator.ts';
import { addSeconds } from '../kernel/clock.ts';
import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { LINK_TOKEN_BYTES, PASSWORD_LINK_TTL_SECONDS } from './one-time-link.ts';
import { setPassword } from './set-password.ts';

/**
 * Starts a reset as an administrator, who never learns the password that the owner chooses: by a letter with a link, or
 * by a one-time password, which is returned, told nowhere else and must be changed at the next sign-in.
 *
 * @throws DomainError `account_unknown`, `wrong_account_status`.
 */
export async function startPasswordReset(
  platform: Platform,
  origin: Origin,
  actor: AdminActor,
  { accountId, kind }: { readonly accountId: AccountId; readonly kind: 'link' | 'one_time_password' },
): Promise<string | null> {
  const { store, clock, secrets, passwordHasher, rules } = platform;
  const account = await store.accounts.find(accountId);
  if (account === undefined) throw new DomainError('account_unknown');
  if (account.status === 'closed' || account.status === 'banned') throw new DomainError('wrong_account_status');
  const at = clock();
  const started = { at, action: 'account.password_reset_started' as const, ...auditedAs(actor), subjectId: accountId };
  if (kind === 'one_time_password') {
    const oneTimePassword = secrets.newPassword();
    const password = { hash: await passwordHasher.hash(oneTimePassword), isOneTime: true };
    await store.transaction(async (stores) => {
      await setPassword(stores, origin, { account, password, at, action: 'account.password_reset' });
      await stores.audit.append({ ...started, origin, details: { kind } });
    });
    return oneTimePassword;
  }
  const token = secrets.newToken(LINK_TOKEN_BYTES);
  const expiresAt = addSeconds(at, PASSWORD_LINK_TTL_SECONDS);
  await store.transaction(async (stores) => {
    await stores.links.takeAll(accountId, 'password_reset');
    const tokenHash = secrets.digest(token);
    await stores.links.add({ tokenHash, purpose: 'password_reset', accountId, createdAt: at, expiresAt });
    await stores.outbox.add({
      kind: 'password_reset_link',
      accountId,
      to: account.email,
      language: account.interfaceLanguage,
      createdAt: at,
      expiresAt,
      facts: { link: `${rules.publicUrl}/set-password#${token}` },
    });
    await stores.audit.append({ ...started, origin, details: { kind } });
  });
  return null;
}
