import type { AccountId, AdminSessionId, IdentityId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import type { AdminSession } from './administrator.ts';

export interface AdmittedAdminSession {
  readonly session: AdminSession;
  readonly account: Account;
  /** Whether the account is on the list of system administrators now. */
  readonly isAdministrator: boolean;
  /** Whether its password was made for one sign-in. */
  readonly hasOneTimePassword: boolean;
}

export interface AdminSessionStore {
  add(session: AdminSession): Promise<void>;
  /** One read by key. */
  findAdmitted(tokenHash: string): Promise<AdmittedAdminSession | undefined>;
  noteUse(id: AdminSessionId, at: Date): Promise<void>;
  /** True when the session was live. */
  revoke(id: AdminSessionId, at: Date): Promise<boolean>;
  revokeAll(accountId: AccountId, at: Date, except?: AdminSessionId): Promise<number>;
  /** Ends everybody’s sessions, but the one that stays; returns how many. */
  revokeEverybodys(at: Date, except?: AdminSessionId): Promise<number>;
  /** Ends the sessions that an identity opened, those of one of its provider's sessions or all. */
  revokeByIdentity(identityId: IdentityId, at: Date, providerSession?: string): Promise<number>;
}
