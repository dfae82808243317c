import type { AccountId, ErrorCode, SignInMethod } from '@latchkey/contract/vocabulary';
import type { Origin } from '../kernel/origin.ts';

/** One try to get in, kept so that an administrator can answer the person who quotes its reference. */
export interface SignInAttempt {
  readonly origin: Origin;
  readonly at: Date;
  readonly method: SignInMethod;
  /** As typed, normalised. */
  readonly email: string;
  readonly accountId: AccountId | null;
  /** `null` when it succeeded. */
  readonly refusal: ErrorCode | 'no_workspace' | null;
}
