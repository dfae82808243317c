import type { AccountId, BearerSessionId } from '@latchkey/contract/vocabulary';
import type { Page } from '../kernel/page.ts';
import type { AdmittedBearer, BearerSession } from './bearer-session.ts';

export interface BearerSessionStore {
  /**
   * Adds a session and ends the live one of the same account, client and device label. However many run at once, one
   * is live afterwards.
   */
  replace(session: BearerSession): Promise<void>;
  /** One read by key. Called on every bearer request. */
  findAdmitted(tokenHash: string): Promise<AdmittedBearer | undefined>;
  /** A session of this account, ended ones too. */
  find(id: BearerSessionId, accountId: AccountId): Promise<BearerSession | undefined>;
  noteUse(id: BearerSessionId, at: Date): Promise<void>;
  /** One page of the live sessions of an account, newest first, and how many there are. */
  listLive(accountId: AccountId, now: Date, page: Page): Promise<{ total: number; sessions: BearerSession[] }>;
  /** True when the session belonged to the account and was live. */
  revoke(id: BearerSessionId, accountId: AccountId, at: Date): Promise<boolean>;
  /** Ends every live session of an account; returns how many. */
  revokeAll(accountId: AccountId, at: Date): Promise<number>;
  /** Ends everybody’s live sessions; returns how many. */
  revokeEverybodys(at: Date): Promise<number>;
}
