export { ACCESS_MODES, type AccessMode } from './access-mode.ts';
export { ACCOUNT_STATUSES, type AccountStatus } from './account-status.ts';
export { ADMIN_SCOPES, type AdminScope } from './admin-scope.ts';
export { ATTEMPT_DETAILS, type AttemptDetail } from './attempt-detail.ts';
export { AUDIT_ACTIONS, type AuditAction } from './audit-action.ts';
export { normalizeUserCode, USER_CODE_ALPHABET, USER_CODE_PATTERN } from './device-code.ts';
export { EMAIL_PATTERN, normalizeEmail } from './email.ts';
export { ENTRANCE_WAYS, type EntranceWay } from './entrance-way.ts';
export { ERRORS, type ErrorCode, type ErrorDefinition } from './errors.ts';
export { ID_TOKEN_ALGORITHMS, type IdTokenAlgorithm } from './id-token-algorithm.ts';
export { IDENTITY_RULES, type IdentityRule } from './identity-rule.ts';
export type {
  AccessRequestId,
  AccountId,
  AdminSessionId,
  ApiKeyId,
  BearerSessionId,
  ConsoleSessionId,
  DeviceGrantId,
  ExternalUserId,
  GroupId,
  Id,
  IdentityId,
  InvitationId,
  LetterId,
  ShareLinkId,
  SsoConnectionId,
  SsoTestId,
  WebAppId,
  WorkspaceId,
} from './ids.ts';
export { INVITATION_STATUSES, type InvitationStatus } from './invitation-status.ts';
export { isLanguage, LANGUAGE_TIMEZONES, type Language, PAGE_LANGUAGES, type PageLanguage } from './language.ts';
export { LETTER_KINDS } from './letter-kind.ts';
export { LETTER_STATUSES, type LetterStatus } from './letter-status.ts';
export { LIMIT_NAMES, type LimitName } from './limit-name.ts';
export { MAIL_ENCRYPTIONS, type MailEncryption } from './mail-encryption.ts';
export { MAIL_PROBLEMS, type MailProblem } from './mail-problem.ts';
export { ROLES, type Role } from './role.ts';
export { SIGN_IN_DOORS } from './sign-in-door.ts';
export { ATTEMPT_METHODS, type AttemptMethod, SIGN_IN_METHODS, type SignInMethod } from './sign-in-method.ts';
export { SIGN_IN_RULES, type SignInRule } from './sign-in-rules.ts';
export { SSO_PROTOCOLS, type SsoProtocol } from './sso-protocol.ts';
export { SSO_REFUSAL_CODES, type SsoRefusalCode } from './sso-refusal-code.ts';
export { SSO_USES, type SsoUse } from './sso-use.ts';
export { THEMES, type Theme } from './theme.ts';
export { WEBAPP_CODE_PATTERN } from './webapp-code.ts';
export { WEBAPP_REFUSALS, type WebAppRefusal } from './webapp-refusal.ts';
export { WIRE_VERSION } from './wire-version.ts';
export { WORKSPACE_STATUSES, type WorkspaceStatus } from './workspace-status.ts';
