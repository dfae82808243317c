import type { AccountId, ExternalUserId, WebAppId } from '@latchkey/contract/vocabulary';
import type { AppSession, Visit } from './app-session.ts';

/** What an exchanged code becomes. */
export interface Opening {
  readonly webAppId: WebAppId;
  readonly codeHash: string;
  readonly nonceHash: string;
  readonly tokenHash: string;
  readonly now: Date;
  readonly expiresAt: Date;
  /** Proofs that the same browser brought before; kept where the code has none. */
  readonly before: Pick<AppSession, 'provenPassphrase' | 'shareLinkId'> | undefined;
}

export interface AppSessionStore {
  add(session: AppSession): Promise<void>;
  /** Exchanges a code; false unless it is for this WebApp and this browser and has not expired. One of many wins. */
  open(opening: Opening): Promise<boolean>;
  /**
   * One read by key: an open session, its WebApp, and who the visitor is as things are now. Called on every request
   * through the gate. A code is no session.
   */
  findVisit(tokenHash: string, now: Date): Promise<Visit | undefined>;
  /** The same for many sessions, in no order; those that are over are left out. */
  findVisits(tokenHashes: readonly string[], now: Date): Promise<Visit[]>;
  /** The open sessions of a WebApp, of one account where it is given; at most `MOST_JUDGED`. */
  listVisits(webAppId: WebAppId, now: Date, accountId?: AccountId): Promise<Visit[]>;
  remove(tokenHash: string): Promise<boolean>;
  /** Ends the open sessions of an external user; returns how many. */
  removeExternal(id: ExternalUserId, now: Date): Promise<number>;
  /** Ends everybody’s, and every code that waits. */
  removeAll(): Promise<void>;
}

/** How many open sessions of one WebApp a change looks at; those beyond it end at their next request all the same. */
export const MOST_JUDGED = 10_000;
