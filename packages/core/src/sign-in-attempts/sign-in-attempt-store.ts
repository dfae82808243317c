import type { AttemptMethod } from '@latchkey/contract/vocabulary';
import type { Page } from '../kernel/page.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

/** Which attempts; what is left out does not matter. */
export interface SignInAttemptFilter {
  readonly reference?: string;
  /** The whole address, normalised. */
  readonly email?: string;
  readonly outcome?: 'refused' | 'signed_in';
  readonly method?: AttemptMethod;
  readonly from?: Date;
  /** Not included. */
  readonly to?: Date;
}

export interface SignInAttemptStore {
  append(attempt: SignInAttempt): Promise<void>;
  findByReference(reference: string): Promise<SignInAttempt | undefined>;
  /** Newest first. */
  list(
    filter: SignInAttemptFilter,
    page: Page,
  ): Promise<{ readonly total: number; readonly attempts: SignInAttempt[] }>;
}
