export type { Account, AccountPreferences } from './accounts/account.ts';
export type { AccountStore } from './accounts/account-store.ts';
export { initializeAccount } from './accounts/initialize-account.ts';
export type { AuditAction, AuditEntry } from './audit/audit-entry.ts';
export type { AuditLog } from './audit/audit-log.ts';
export { authenticateBearer } from './bearer-sessions/authenticate-bearer.ts';
export {
  ACCOUNT_TOKEN_PREFIX,
  type AdmittedBearer,
  type BearerSession,
  DEFAULT_BEARER_TTL_DAYS,
} from './bearer-sessions/bearer-session.ts';
export type { BearerSessionStore, Page } from './bearer-sessions/bearer-session-store.ts';
export { revokeBearerSession } from './bearer-sessions/revoke-bearer-session.ts';
export { changePassword } from './credentials/change-password.ts';
export type { PasswordHasher } from './credentials/password-hasher.ts';
export type { PasswordStore } from './credentials/password-store.ts';
export { decideDeviceGrant } from './device-grants/decide-device-grant.ts';
export { DEVICE_CODE_TTL_SECONDS, type DeviceGrant, type DeviceGrantStatus } from './device-grants/device-grant.ts';
export type { DeviceGrantStore, GrantDecision } from './device-grants/device-grant-store.ts';
export { lookUpDeviceGrant } from './device-grants/look-up-device-grant.ts';
export { redeemDeviceGrant } from './device-grants/redeem-device-grant.ts';
export { requestDeviceGrant } from './device-grants/request-device-grant.ts';
export { viewDeviceGrant } from './device-grants/view-device-grant.ts';
export type { InstanceStore } from './instance/instance-store.ts';
export { setUpInstance } from './instance/set-up-instance.ts';
export type { Clock } from './kernel/clock.ts';
export { DomainError } from './kernel/domain-error.ts';
export { networkOf } from './kernel/network.ts';
export type { Origin } from './kernel/origin.ts';
export type { Platform, PlatformRules } from './kernel/platform.ts';
export type { Secrets } from './kernel/secrets.ts';
export type { Store, Stores } from './kernel/store.ts';
export { countAgainstLimit } from './limits/count-against-limit.ts';
export { DEFAULT_LIMIT_RULES, type LimitName, type LimitRule, type LimitRules } from './limits/limit-rules.ts';
export type { LimitCount, LimitStore } from './limits/limit-store.ts';
export type { Letter, LetterKind } from './outbox/letter.ts';
export type { Outbox } from './outbox/outbox.ts';
export { allowsMethod, DEFAULT_SIGN_IN_POLICY, type SignInPolicy } from './policies/sign-in-policy.ts';
export type { SignInPolicyStore } from './policies/sign-in-policy-store.ts';
export { authenticateSession } from './sessions/authenticate-session.ts';
export {
  type AdmittedSession,
  type ConsoleSession,
  DEFAULT_SESSION_LIFETIMES,
  type RefreshToken,
  type SessionLifetimes,
} from './sessions/console-session.ts';
export type { ConsoleSessionStore } from './sessions/console-session-store.ts';
export { findSessionByRefreshToken } from './sessions/find-session-by-refresh-token.ts';
export { listSignIns } from './sessions/list-sign-ins.ts';
export type { IssuedSession } from './sessions/open-console-session.ts';
export { refreshSession } from './sessions/refresh-session.ts';
export { revokeOtherSignIns } from './sessions/revoke-other-sign-ins.ts';
export { revokeSignIn } from './sessions/revoke-sign-in.ts';
export { signInWithPassword } from './sessions/sign-in-with-password.ts';
export { signOut } from './sessions/sign-out.ts';
export type { SignInAttempt } from './sign-in-attempts/sign-in-attempt.ts';
export type { SignInAttemptStore } from './sign-in-attempts/sign-in-attempt-store.ts';
export { switchWorkspace } from './workspaces/switch-workspace.ts';
export { currentWorkspace, type JoinedWorkspace, type Membership, type Workspace } from './workspaces/workspace.ts';
export type { WorkspaceStore } from './workspaces/workspace-store.ts';
