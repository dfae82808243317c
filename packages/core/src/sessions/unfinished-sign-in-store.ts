import type { AccountId } from '@latchkey/contract/vocabulary';
import type { UnfinishedSignIn } from './unfinished-sign-in.ts';

export interface UnfinishedSignInStore {
  add(signIn: UnfinishedSignIn): Promise<void>;
  find(tokenHash: string, now: Date): Promise<UnfinishedSignIn | undefined>;
  /** Of two concurrent calls exactly one returns true. */
  take(tokenHash: string): Promise<boolean>;
  takeAll(accountId: AccountId): Promise<void>;
}
