import type { ConsoleSessionId, ExternalUserId, ShareLinkId, WebAppId } from '@latchkey/contract/vocabulary';
import type { Visitor } from './decide-access.ts';
import type { PublishedWebApp } from './webapp.ts';

/**
 * A browser's session on one WebApp. It begins as a code that the browser which asked for it exchanges once
 * (`nonceHash` says which browser), and lives no longer than the sign-in behind it.
 */
export interface AppSession {
  /** Of the code, then of the cookie. */
  readonly tokenHash: string;
  /** `null` once it is open. */
  readonly nonceHash: string | null;
  readonly webAppId: WebAppId;
  /** The sign-in of a member behind it. */
  readonly consoleSessionId: ConsoleSessionId | null;
  readonly externalUserId: ExternalUserId | null;
  /** The hash of the passphrase that was known. */
  readonly provenPassphrase: string | null;
  /** The link they came by. */
  readonly shareLinkId: ShareLinkId | null;
  /** From where it was opened. */
  readonly ip: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** An open session with everything that decides, as it is now. */
export interface Visit {
  readonly session: AppSession;
  readonly webApp: PublishedWebApp;
  readonly visitor: Visitor;
  /** Until when the link works that they came by. */
  readonly shareLinkExpiresAt: Date | null;
}

/** How long somebody takes from Latchkey's page back to the app. */
export const APP_CODE_TTL_SECONDS = 60;
/** After that the gate asks Latchkey again, which the person does not notice while they are signed in. */
export const APP_SESSION_TTL_SECONDS = 12 * 3600;
export const APP_TOKEN_BYTES = 32;
