import type { SignInAttempt } from './sign-in-attempt.ts';

export interface SignInAttemptStore {
  append(attempt: SignInAttempt): Promise<void>;
  findByReference(reference: string): Promise<SignInAttempt | undefined>;
}
