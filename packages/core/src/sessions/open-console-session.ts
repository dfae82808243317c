import type { AccountId, ConsoleSessionId } from '@latchkey/contract/vocabulary';
import { addSeconds } from '../kernel/clock.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Secrets } from '../kernel/secrets.ts';
import type { SessionProof } from '../sso/identity.ts';
import type { ConsoleSession, RefreshToken, SessionLifetimes } from './console-session.ts';

/** A session that was just opened or renewed: what is stored, and the refresh token that is told once. */
export interface IssuedSession {
  readonly session: ConsoleSession;
  readonly refreshToken: string;
}

/** Dify's refresh tokens are 128 hex characters. */
const REFRESH_TOKEN_BYTES = 64;

/** Makes a session and its first refresh token; storing them is the caller's. */
export function openConsoleSession(
  secrets: Secrets,
  lifetimes: SessionLifetimes,
  accountId: AccountId,
  origin: Origin,
  now: Date,
  proof: SessionProof | null = null,
): IssuedSession & { readonly token: RefreshToken } {
  const longest = addSeconds(now, lifetimes.absoluteSeconds);
  const session: ConsoleSession = {
    id: secrets.newId<ConsoleSessionId>(),
    accountId,
    ip: origin.ip,
    userAgent: origin.userAgent,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: proof === null || longest < proof.endsAt ? longest : proof.endsAt,
    revokedAt: null,
    identityId: proof?.identityId ?? null,
    providerSession: proof?.providerSession ?? null,
  };
  return { session, ...issueRefreshToken(secrets, lifetimes, session.id, now) };
}

export function issueRefreshToken(
  secrets: Secrets,
  lifetimes: SessionLifetimes,
  sessionId: ConsoleSessionId,
  now: Date,
): { readonly refreshToken: string; readonly token: RefreshToken } {
  const refreshToken = secrets.newHexToken(REFRESH_TOKEN_BYTES);
  const expiresAt = addSeconds(now, lifetimes.refreshSeconds);
  return {
    refreshToken,
    token: { hash: secrets.digest(refreshToken), sessionId, issuedAt: now, expiresAt, usedAt: null },
  };
}
