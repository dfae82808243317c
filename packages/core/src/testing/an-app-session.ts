import type { AppSession } from '../webapps/app-session.ts';
import { anId } from './an-id.ts';
import { afterNoon, NOON } from './instant.ts';

/** Ada's on the WebApp 1, open since noon, for an hour. */
export function anAppSession(differences: Partial<AppSession> = {}): AppSession {
  return {
    tokenHash: 'token',
    nonceHash: null,
    webAppId: anId(1),
    consoleSessionId: anId(1),
    externalUserId: null,
    provenPassphrase: null,
    shareLinkId: null,
    ip: '192.0.2.1',
    createdAt: NOON,
    expiresAt: afterNoon(3600),
    ...differences,
  };
}
