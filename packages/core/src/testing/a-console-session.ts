import type { ConsoleSession } from '../sessions/console-session.ts';
import { anId } from './an-id.ts';
import { afterNoon, DAY, NOON } from './instant.ts';

/** Ada's, opened at noon. */
export function aConsoleSession(differences: Partial<ConsoleSession> = {}): ConsoleSession {
  return {
    id: anId(1),
    accountId: anId(1),
    ip: '192.0.2.1',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
    createdAt: NOON,
    lastUsedAt: NOON,
    expiresAt: afterNoon(90 * DAY),
    revokedAt: null,
    identityId: null,
    providerSession: null,
    ...differences,
  };
}
