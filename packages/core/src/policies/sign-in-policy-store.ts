import type { SignInPolicy } from './sign-in-policy.ts';

export interface SignInPolicyStore {
  /** The stored policy, or the default one; always as it is now, on every replica. */
  get(): Promise<SignInPolicy>;
  set(policy: SignInPolicy): Promise<void>;
}
