import { DomainError } from '../kernel/domain-error.ts';
import type { Origin } from '../kernel/origin.ts';
import type { Platform } from '../kernel/platform.ts';
import { decideRefresh } from './console-session.ts';
import { type IssuedSession, issueRefreshToken } from './open-console-session.ts';

/**
 * Renews a session by its refresh token. A token renews once, and for the grace window again (parallel tabs); after
 * that its return means that somebody copied it, and the whole session ends.
 *
 * @throws DomainError `unauthorized` with the wire's own words.
 */
export async function refreshSession(platform: Platform, origin: Origin, presented: string): Promise<IssuedSession> {
  const { store, clock, secrets, rules } = platform;
  const hash = secrets.digest(presented);
  const found = await store.consoleSessions.findRefreshToken(hash);
  if (found === undefined) throw invalid();
  const now = clock();
  const { session, account } = found;
  const decision = decideRefresh(found.token, found, now, rules.sessions.graceSeconds);
  switch (decision.kind) {
    case 'invalid':
      throw invalid();
    case 'banned':
      throw new DomainError('unauthorized', { message: '401 Unauthorized: Account is banned.' });
    case 'reused':
      await store.transaction(async (stores) => {
        await stores.consoleSessions.revoke(session.id, account.id, now);
        await stores.audit.append({
          at: now,
          action: 'console.refresh_token_reused',
          actorId: account.id,
          origin,
          details: { session_id: session.id },
        });
      });
      throw invalid();
    case 'renew': {
      const { refreshToken, token } = issueRefreshToken(secrets, rules.sessions, session.id, now);
      await store.transaction(async (stores) => {
        // The loser of a race finds the token used an instant ago, which is what the grace window is for.
        await stores.consoleSessions.markRefreshTokenUsed(hash, now);
        await stores.consoleSessions.addRefreshToken(token);
        await stores.consoleSessions.noteUse(session.id, now);
      });
      return { session, refreshToken };
    }
  }
}

function invalid(): DomainError {
  return new DomainError('unauthorized', { message: 'Invalid refresh token' });
}
