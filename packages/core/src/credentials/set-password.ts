import type { AuditAction } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Stores } from '../kernel/store.ts';
import { liftLocks } from '../limits/password-tries.ts';
import { endEverySession, type KeptSession } from '../sessions/end-every-session.ts';
import type { StoredPassword } from './password-store.ts';

interface NewPassword {
  readonly account: Account;
  readonly password: StoredPassword;
  readonly at: Date;
  readonly action: Extract<AuditAction, `account.password_${string}`>;
  /** The session that goes on. */
  readonly keep?: KeptSession;
}

/** Sets a password, ends every session but `keep`, lifts the locks, and tells the owner, in the caller's transaction. */
export async function setPassword(
  stores: Stores,
  origin: Origin,
  { account, password, at, action, keep }: NewPassword,
): Promise<void> {
  await stores.passwords.set(account.id, password, at);
  await liftLocks(stores.limits, account.email);
  const { browsers, terminals } = await endEverySession(stores, account.id, at, keep);
  await stores.links.takeAll(account.id, 'password_reset');
  await stores.outbox.add({
    kind: 'password_changed',
    accountId: account.id,
    to: account.email,
    language: account.interfaceLanguage,
    createdAt: at,
    expiresAt: null,
    facts: { ip: origin.ip },
  });
  const details = { browsers_ended: browsers, terminals_ended: terminals };
  await stores.audit.append({ at, action, actorId: account.id, origin, details });
}
