import type { AccountId, BearerSessionId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';

/** What a device grant becomes: an opaque token, listed under devices. */
export interface BearerSession {
  readonly id: BearerSessionId;
  readonly accountId: AccountId;
  readonly clientId: string;
  readonly deviceLabel: string;
  /** `dfoa_`: the kind of token, all that is kept of it in the clear. */
  readonly prefix: string;
  readonly tokenHash: string;
  readonly ip: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export interface AdmittedBearer {
  readonly session: BearerSession;
  readonly account: Account;
}

export const ACCOUNT_TOKEN_PREFIX = 'dfoa_';
export const DEFAULT_BEARER_TTL_DAYS = 14;
/** `last_used_at` is written at most this often. */
export const USE_RESOLUTION_SECONDS = 60;

export function admitsBearer({ session, account }: AdmittedBearer, now: Date): boolean {
  return session.revokedAt === null && now < session.expiresAt && account.status === 'active';
}
