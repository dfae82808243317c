import type { BearerSessionId, ExternalUserId } from '@latchkey/contract/vocabulary';
import type { Page } from '../kernel/page.ts';
import type { AdmittedExternal, ExternalSession } from './external-session.ts';

export interface ExternalSessionStore {
  /**
   * Adds a session and ends the live one of the same person, client and device label. However many run at once, one is
   * live afterwards.
   */
  replace(session: ExternalSession): Promise<void>;
  /** One read by key. Called on every such request. */
  findAdmitted(tokenHash: string): Promise<AdmittedExternal | undefined>;
  /** A session of this person, ended ones too. */
  find(id: BearerSessionId, externalUserId: ExternalUserId): Promise<ExternalSession | undefined>;
  noteUse(id: BearerSessionId, at: Date): Promise<void>;
  /** One page of the live sessions of a person, newest first, and how many there are. */
  listLive(
    externalUserId: ExternalUserId,
    now: Date,
    page: Page,
  ): Promise<{ total: number; sessions: ExternalSession[] }>;
  /** True when the session belonged to the person and was live. */
  revoke(id: BearerSessionId, externalUserId: ExternalUserId, at: Date): Promise<boolean>;
  /** Ends everybody’s live sessions; returns how many. */
  revokeEverybodys(at: Date): Promise<number>;
}
