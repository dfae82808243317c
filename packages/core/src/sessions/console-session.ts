import type { AccountId, ConsoleSessionId, IdentityId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import { addSeconds } from '../kernel/clock.ts';

/** A browser's or script's cookie session; the family that its refresh tokens belong to. */
export interface ConsoleSession {
  readonly id: ConsoleSessionId;
  readonly accountId: AccountId;
  readonly ip: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  /** The end that no renewal moves. */
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** What opened it through single sign-on; it ends with that. */
  readonly identityId: IdentityId | null;
  /** The provider's name for its own session. */
  readonly providerSession: string | null;
}

/** A session read together with whose it is. */
export interface AdmittedSession {
  readonly session: ConsoleSession;
  readonly account: Account;
  readonly isPasswordSet: boolean;
}

export interface RefreshToken {
  readonly hash: string;
  readonly sessionId: ConsoleSessionId;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** How long the parts of a session live. */
export interface SessionLifetimes {
  readonly accessSeconds: number;
  /** From one renewal to the next. */
  readonly refreshSeconds: number;
  /** From sign-in to the end that no renewal moves. */
  readonly absoluteSeconds: number;
  /** For how long a used refresh token renews once more, so that parallel tabs survive. */
  readonly graceSeconds: number;
}

export const DEFAULT_SESSION_LIFETIMES: SessionLifetimes = {
  accessSeconds: 3600,
  refreshSeconds: 30 * 86_400,
  absoluteSeconds: 90 * 86_400,
  graceSeconds: 30,
};

export function isLive(session: ConsoleSession, now: Date): boolean {
  return session.revokedAt === null && now < session.expiresAt;
}

export type RefreshDecision =
  | { readonly kind: 'renew' }
  /** A used token came back after the grace window: somebody copied it. */
  | { readonly kind: 'reused' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'banned' };

/** Whether a refresh token renews its session. */
export function decideRefresh(
  token: RefreshToken,
  { session, account }: Pick<AdmittedSession, 'session' | 'account'>,
  now: Date,
  graceSeconds: number,
): RefreshDecision {
  if (!isLive(session, now) || now >= token.expiresAt) return { kind: 'invalid' };
  if (account.status === 'banned') return { kind: 'banned' };
  if (account.status === 'closed') return { kind: 'invalid' };
  if (token.usedAt !== null && now >= addSeconds(token.usedAt, graceSeconds)) return { kind: 'reused' };
  return { kind: 'renew' };
}
