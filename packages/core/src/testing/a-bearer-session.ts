import { ACCOUNT_TOKEN_PREFIX, type BearerSession } from '../bearer-sessions/bearer-session.ts';
import { anId } from './an-id.ts';
import { afterNoon, DAY, NOON } from './instant.ts';

/** Ada's, on a laptop, since noon. */
export function aBearerSession(differences: Partial<BearerSession> = {}): BearerSession {
  return {
    id: anId(1),
    accountId: anId(1),
    clientId: 'difyctl',
    deviceLabel: 'laptop',
    prefix: ACCOUNT_TOKEN_PREFIX,
    tokenHash: 'bearer-token-1',
    ip: '192.0.2.1',
    createdAt: NOON,
    lastUsedAt: null,
    expiresAt: afterNoon(14 * DAY),
    revokedAt: null,
    ...differences,
  };
}
