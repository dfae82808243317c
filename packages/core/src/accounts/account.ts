import type { AccountId, AccountStatus, Language, Theme, WorkspaceId } from '@latchkey/contract/vocabulary';

/** A person known to the instance. */
export interface Account {
  readonly id: AccountId;
  /** NFC, lower case; unique. */
  readonly email: string;
  readonly name: string;
  readonly avatar: string | null;
  readonly interfaceLanguage: Language;
  readonly interfaceTheme: Theme;
  readonly timezone: string;
  readonly status: AccountStatus;
  readonly currentWorkspaceId: WorkspaceId | null;
  readonly lastSignInAt: Date | null;
  readonly lastSignInIp: string | null;
  readonly createdAt: Date;
}

/** What the owner of an account changes by themselves. */
export type AccountPreferences = Pick<Account, 'name' | 'avatar' | 'interfaceLanguage' | 'interfaceTheme' | 'timezone'>;

/** An account as the administration lists it. */
export interface ListedAccount extends Account {
  readonly workspaceCount: number;
}
