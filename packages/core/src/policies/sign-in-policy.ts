import type { AccountId, SignInMethod, SsoProtocol } from '@latchkey/contract/vocabulary';

/** Which ways into a workspace and which ways to an account are on. */
export interface SignInPolicy {
  readonly password: boolean;
  readonly emailCode: boolean;
  readonly sso: boolean;
  /** Password and code are refused, whatever their switches say. */
  readonly ssoEnforced: boolean;
  /** Of the connection that Dify's clients are sent to; follows the connections, nobody sets it. */
  readonly ssoProtocol: SsoProtocol | null;
  /** How the enforcement came about; `null` without one, or when the operator enforced it. */
  readonly enforcement: SsoEnforcement | null;
  /** "Allow users to create accounts". */
  readonly registration: boolean;
  /** "Allow system to automatically create personal spaces". */
  readonly personalSpaces: boolean;
}

export interface SsoEnforcement {
  readonly startedBy: AccountId;
  readonly startedByName: string;
  readonly startedAt: Date;
  /** When it ends by itself unless a system administrator has signed in through it. */
  readonly revertsAt: Date;
  readonly confirmedAt: Date | null;
}

/** What a new instance starts with. */
export const DEFAULT_SIGN_IN_POLICY: SignInPolicy = {
  password: true,
  emailCode: false,
  sso: false,
  ssoEnforced: false,
  ssoProtocol: null,
  enforcement: null,
  registration: false,
  personalSpaces: false,
};

/** Whether an enforcement waits for its confirmation in vain. */
export function hasReverted({ ssoEnforced, enforcement }: SignInPolicy, now: Date): boolean {
  return ssoEnforced && enforcement !== null && enforcement.confirmedAt === null && now >= enforcement.revertsAt;
}

/** When an enforcement ends by itself, while it waits for its confirmation. */
export function revertsAt({ enforcement }: Pick<SignInPolicy, 'enforcement'>): Date | null {
  return enforcement?.confirmedAt === null ? enforcement.revertsAt : null;
}

/** A stored policy as it holds at an instant: an enforcement that nobody confirmed in time is none. */
export function policyAt(stored: SignInPolicy, now: Date): SignInPolicy {
  return hasReverted(stored, now) ? { ...stored, ssoEnforced: false, enforcement: null } : stored;
}

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
