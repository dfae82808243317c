import type { AccountId, SsoConnectionId, SsoTestId } from '@latchkey/contract/vocabulary';
import type { SsoTest } from './sso-test.ts';

/** Kept for a day; what came back is sealed. */
export interface SsoTestStore {
  add(test: SsoTest): Promise<void>;
  find(id: SsoTestId): Promise<SsoTest | undefined>;
  /** Ends a running test. Of two concurrent calls exactly one returns true. */
  finish(
    test: Pick<SsoTest, 'id' | 'result'> & { readonly outcome: 'succeeded' | 'refused'; readonly at: Date },
  ): Promise<boolean>;
  /** The newest test of each connection. */
  latest(): Promise<SsoTest[]>;
  /** Whether this person tested this version of the connection, and it worked. */
  hasSucceeded(connectionId: SsoConnectionId, version: number, startedBy: AccountId): Promise<boolean>;
}
