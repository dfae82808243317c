import type { SignInMethod, SsoProtocol } from '@latchkey/contract/vocabulary';

/** Which ways into a workspace and which ways to an account are on. */
export interface SignInPolicy {
  readonly password: boolean;
  readonly emailCode: boolean;
  readonly sso: boolean;
  /** Password and code are refused, whatever their switches say. */
  readonly ssoEnforced: boolean;
  readonly ssoProtocol: SsoProtocol | null;
  /** "Allow users to create accounts". */
  readonly registration: boolean;
  /** "Allow system to automatically create personal spaces". */
  readonly personalSpaces: boolean;
}

/** What a new instance starts with. */
export const DEFAULT_SIGN_IN_POLICY: SignInPolicy = {
  password: true,
  emailCode: false,
  sso: false,
  ssoEnforced: false,
  ssoProtocol: null,
  registration: false,
  personalSpaces: false,
};

/** Whether a person may sign in to a workspace in this way. */
export function allowsMethod(policy: SignInPolicy, method: SignInMethod): boolean {
  return refuseMethod(policy, method) === undefined;
}

/** Why nobody may sign in to a workspace in this way. */
export function refuseMethod(policy: SignInPolicy, method: SignInMethod): 'method_off' | 'sso_enforced' | undefined {
  const isOn = { password: policy.password, email_code: policy.emailCode, sso: policy.sso }[method];
  if (method !== 'sso' && policy.sso && policy.ssoEnforced) return 'sso_enforced';
  return isOn ? undefined : 'method_off';
}
