import type { AccountId, SignInMethod } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import type { SessionProof } from '../sso/identity.ts';
import type { SignInStep } from './next-step.ts';

/** A sign-in that proved who somebody is, and cannot end in a session yet. Every step comes back to it. */
export interface UnfinishedSignIn {
  readonly tokenHash: string;
  readonly accountId: AccountId;
  readonly method: SignInMethod;
  /** By what the session opens that it ends in, where that is single sign-on. */
  readonly proof: SessionProof | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** What is told of it once; the token goes into a cookie. */
export interface IssuedUnfinishedSignIn {
  readonly step: SignInStep;
  readonly account: Account;
  readonly token: string;
}

export const UNFINISHED_SIGN_IN_TTL_SECONDS = 30 * 60;
