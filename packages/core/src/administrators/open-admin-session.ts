import type { AdminSessionId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { addSeconds } from '../kernel/clock.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import type { Stores } from '../kernel/store.ts';
import type { SessionProof } from '../sso/identity.ts';
import { ADMIN_SESSION_SECONDS, ADMIN_SESSION_TOKEN_BYTES, type AdminSession } from './administrator.ts';

export interface IssuedAdminSession {
  readonly session: AdminSession;
  readonly account: Account;
  readonly hasOneTimePassword: boolean;
  /** Told once; goes into a cookie. */
  readonly token: string;
}

interface Opening {
  readonly account: Account;
  readonly isByLink?: boolean;
  /** Of single sign-on only. */
  readonly proof?: SessionProof;
}

/** Opens a session in the administration, in the caller's transaction. */
export async function openAdminSession(
  { clock, secrets }: Pick<Platform, 'clock' | 'secrets'>,
  stores: Stores,
  origin: Origin,
  { account, isByLink = false, proof }: Opening,
): Promise<Omit<IssuedAdminSession, 'hasOneTimePassword'>> {
  const now = clock();
  const token = secrets.newToken(ADMIN_SESSION_TOKEN_BYTES);
  const longest = addSeconds(now, ADMIN_SESSION_SECONDS);
  const session: AdminSession = {
    id: secrets.newId<AdminSessionId>(),
    accountId: account.id,
    tokenHash: secrets.digest(token),
    isByLink,
    ip: origin.ip,
    userAgent: origin.userAgent,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: proof === undefined || longest < proof.endsAt ? longest : proof.endsAt,
    revokedAt: null,
    identityId: proof?.identityId ?? null,
    providerSession: proof?.providerSession ?? null,
  };
  await stores.adminSessions.add(session);
  const details = { by_link: isByLink, by_sso: proof !== undefined };
  const entry = { at: now, actorId: account.id, actor: 'administrator' as const, origin, details };
  await stores.audit.append({ ...entry, action: 'administration.signed_in' });
  return { session, account, token };
}
