import type { AccountStatus, SignInRule } from '@latchkey/contract/vocabulary';

/** What an instance holds, and what went on at its doors. */
export interface Figures {
  readonly accounts: ReadonlyMap<AccountStatus, number>;
  readonly workspaces: number;
  /** Live ones. */
  readonly browserSessions: number;
  readonly terminalSessions: number;
  readonly lettersWaiting: number;
  readonly attempts: readonly DayCount[];
}

/** How many attempts of one day, by UTC, ended by one rule; `null` for those that succeeded. */
export interface DayCount {
  /** Its first instant. */
  readonly day: Date;
  readonly rule: SignInRule | null;
  readonly count: number;
}
