import type { AccountId, ConsoleSessionId, IdentityId } from '@latchkey/contract/vocabulary';
import type { AdmittedSession, ConsoleSession, RefreshToken } from './console-session.ts';

export interface ConsoleSessionStore {
  /** Adds a session with its first refresh token. */
  add(session: ConsoleSession, token: RefreshToken): Promise<void>;
  /** One read by key: the session, its account and whether a password is set. Called on every signed-in request. */
  findAdmitted(id: ConsoleSessionId): Promise<AdmittedSession | undefined>;
  findRefreshToken(hash: string): Promise<(AdmittedSession & { readonly token: RefreshToken }) | undefined>;
  /** Of two concurrent calls for one token exactly one returns true. */
  markRefreshTokenUsed(hash: string, at: Date): Promise<boolean>;
  addRefreshToken(token: RefreshToken): Promise<void>;
  noteUse(id: ConsoleSessionId, at: Date): Promise<void>;
  /** Sessions of an account that are live and can still be renewed, newest first. */
  listLive(accountId: AccountId, now: Date): Promise<ConsoleSession[]>;
  /** The addresses of an account's newest sessions, ended ones too, at most fifty. */
  recentIps(accountId: AccountId): Promise<string[]>;
  /** True when the session belonged to the account and was live. */
  revoke(id: ConsoleSessionId, accountId: AccountId, at: Date): Promise<boolean>;
  /** Ends every live session of an account but `except`; returns how many. */
  revokeAll(accountId: AccountId, at: Date, except?: ConsoleSessionId): Promise<number>;
  /** Ends everybody’s live sessions; returns how many. */
  revokeEverybodys(at: Date): Promise<number>;
  /** Ends the live sessions that an identity opened, those of one of its provider's sessions or all; returns how many. */
  revokeByIdentity(
    identityId: IdentityId,
    at: Date,
    only?: { readonly providerSession?: string; readonly except?: ConsoleSessionId },
  ): Promise<number>;
}
