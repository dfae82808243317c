import type { SignInPolicy } from './sign-in-policy.ts';

export interface SignInPolicyStore {
  /**
   * The stored policy, or the default one; always as it is now, on every replica. `policyAt` says what holds of it;
   * `ssoProtocol` is read from the connections.
   */
  get(): Promise<SignInPolicy>;
  /** Rises with every change. */
  version(): Promise<number>;
  set(policy: SignInPolicy): Promise<void>;
  /** Keeps a policy that was made from `version`; false when it was changed in the meantime. */
  replace(policy: SignInPolicy, version: number): Promise<boolean>;
}
