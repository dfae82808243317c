import type { RefreshToken } from '../sessions/console-session.ts';
import { anId } from './an-id.ts';
import { afterNoon, DAY, NOON } from './instant.ts';

/** Of the session with id 1, issued at noon. */
export function aRefreshToken(differences: Partial<RefreshToken> = {}): RefreshToken {
  return {
    hash: 'refresh-token-1',
    sessionId: anId(1),
    issuedAt: NOON,
    expiresAt: afterNoon(30 * DAY),
    usedAt: null,
    ...differences,
  };
}
