export type { AccessRequest, ListedAccessRequest } from './access-requests/access-request.ts';
export type { AccessRequestStore } from './access-requests/access-request-store.ts';
export { answerAccessRequest } from './access-requests/answer-access-request.ts';
export { askForAccess } from './access-requests/ask-for-access.ts';
export type { Account, AccountPreferences, ListedAccount } from './accounts/account.ts';
export type { AccountFilter, AccountOrder, AccountStore, WaysIn } from './accounts/account-store.ts';
export { addAccount } from './accounts/add-account.ts';
export { askForEmailChange, changeEmail, checkEmailIsFree, proveEmailChange } from './accounts/change-email.ts';
export { askForAccountDeletion, deleteOwnAccount } from './accounts/delete-own-account.ts';
export { initializeAccount } from './accounts/initialize-account.ts';
export {
  banAccount,
  closeAccount,
  deleteAccount,
  endAccountSessions,
  liftAccountLock,
  renameAccount,
  unbanAccount,
} from './accounts/manage-account.ts';
export { askToRegister, proveRegistration, registerAccount } from './accounts/register-account.ts';
export { type AccountView, viewAccount } from './accounts/view-account.ts';
export type { AdminSessionStore, AdmittedAdminSession } from './administrators/admin-session-store.ts';
export {
  ADMIN_SESSION_SECONDS,
  type AdminActor,
  type Administrator,
  type AdminSession,
  API_KEY_PREFIX,
  type ApiKey,
  auditedAs,
  hasWayIn,
  nameOf,
} from './administrators/administrator.ts';
export type { AdministratorStore } from './administrators/administrator-store.ts';
export type { ApiKeyStore, ListedApiKey } from './administrators/api-key-store.ts';
export { authenticateAdministrator, authenticateApiKey } from './administrators/authenticate-administrator.ts';
export { changeAdministratorPassword } from './administrators/change-own-password.ts';
export { addAdministrator, removeAdministrator } from './administrators/manage-administrators.ts';
export { createApiKey, revokeApiKey } from './administrators/manage-api-keys.ts';
export type { IssuedAdminSession } from './administrators/open-admin-session.ts';
export { signInByLink, signInToAdministration } from './administrators/sign-in-to-administration.ts';
export { signOutOfAdministration } from './administrators/sign-out-of-administration.ts';
export { type AuditActor, type AuditDetails, type AuditEntry, actorOf } from './audit/audit-entry.ts';
export { auditLine, type ReadLine, readAuditLine } from './audit/audit-line.ts';
export type { AuditFilter, AuditLog, NamedEntry } from './audit/audit-log.ts';
export { canonicalText } from './audit/canonical-text.ts';
export { type ChainedEntry, FIRST_PREVIOUS_HASH } from './audit/chained-entry.ts';
export { authenticateBearer } from './bearer-sessions/authenticate-bearer.ts';
export { authenticateExternal } from './bearer-sessions/authenticate-external.ts';
export {
  ACCOUNT_TOKEN_PREFIX,
  type AdmittedBearer,
  type BearerSession,
  DEFAULT_BEARER_TTL_DAYS,
} from './bearer-sessions/bearer-session.ts';
export type { BearerSessionStore } from './bearer-sessions/bearer-session-store.ts';
export {
  type AdmittedExternal,
  EXTERNAL_SCOPES,
  EXTERNAL_TOKEN_PREFIX,
  type ExternalSession,
} from './bearer-sessions/external-session.ts';
export type { ExternalSessionStore } from './bearer-sessions/external-session-store.ts';
export { revokeBearerSession } from './bearer-sessions/revoke-bearer-session.ts';
export { revokeExternalSession } from './bearer-sessions/revoke-external-session.ts';
export { changePassword } from './credentials/change-password.ts';
export type { CommonPasswords } from './credentials/common-passwords.ts';
export { askForPasswordReset, provePasswordReset, resetPassword } from './credentials/forgot-password.ts';
export type { LinkPurpose, OneTimeLink } from './credentials/one-time-link.ts';
export type { OneTimeLinkStore } from './credentials/one-time-link-store.ts';
export type { PasswordHasher } from './credentials/password-hasher.ts';
export { openPasswordLink, setPasswordByLink } from './credentials/password-link.ts';
export type { PasswordStore, StoredPassword } from './credentials/password-store.ts';
export { startPasswordReset } from './credentials/start-password-reset.ts';
export {
  approveExternally,
  assertExternalUser,
  exchangeAssertion,
  viewApproval,
} from './device-grants/approve-externally.ts';
export { decideDeviceGrant } from './device-grants/decide-device-grant.ts';
export { DEVICE_APPROVAL_TTL_SECONDS, type DeviceApproval } from './device-grants/device-approval.ts';
export type { DeviceApprovalStore } from './device-grants/device-approval-store.ts';
export { DEVICE_CODE_TTL_SECONDS, type DeviceGrant, type DeviceGrantStatus } from './device-grants/device-grant.ts';
export type { DeviceGrantStore, GrantDecision } from './device-grants/device-grant-store.ts';
export { lookUpDeviceGrant } from './device-grants/look-up-device-grant.ts';
export { type RedeemedDeviceGrant, redeemDeviceGrant } from './device-grants/redeem-device-grant.ts';
export { requestDeviceGrant } from './device-grants/request-device-grant.ts';
export { startExternalApproval } from './device-grants/start-external-approval.ts';
export { viewDeviceGrant } from './device-grants/view-device-grant.ts';
export type { InstanceStore } from './instance/instance-store.ts';
export { setUpInstance } from './instance/set-up-instance.ts';
export { acceptInvitation, answerInvitation } from './invitations/accept-invitation.ts';
export { askForInvitationCode } from './invitations/ask-for-invitation-code.ts';
export { type Invitation, invitationStatus, type ListedInvitation } from './invitations/invitation.ts';
export type { InvitationFilter, InvitationStore } from './invitations/invitation-store.ts';
export { type InvitationOutcome, type InvitationResult, invite } from './invitations/invite.ts';
export { resendInvitation, revokeInvitation } from './invitations/manage-invitation.ts';
export { type AddressKind, addressKind } from './kernel/address-kind.ts';
export { isInRange } from './kernel/address-range.ts';
export { type Clock, secondsUntil } from './kernel/clock.ts';
export { DomainError } from './kernel/domain-error.ts';
export { networkOf } from './kernel/network.ts';
export type { Origin } from './kernel/origin.ts';
export { MOST_COUNTED, type Page } from './kernel/page.ts';
export type { Platform, PlatformRules } from './kernel/platform.ts';
export { DEFAULT_RETENTION, type Retention } from './kernel/retention.ts';
export type { Sealing, Secrets } from './kernel/secrets.ts';
export type { Store, Stores } from './kernel/store.ts';
export { countAgainstLimit } from './limits/count-against-limit.ts';
export { DEFAULT_LIMIT_RULES, type LimitRule, type LimitRules } from './limits/limit-rules.ts';
export type { LimitCount, LimitStore } from './limits/limit-store.ts';
export { MAIL_CODE_TTL_SECONDS, type MailCode, type MailCodePurpose } from './mail-codes/mail-code.ts';
export type { MailCodeStore } from './mail-codes/mail-code-store.ts';
export { createAdministrator, cutAdministratorLink, liftLock, setSwitches } from './operator/operate.ts';
export { changeMailSettings } from './outbox/change-mail-settings.ts';
export { deleteLetter } from './outbox/delete-letter.ts';
export { deliverLetters } from './outbox/deliver-letters.ts';
export type { KeptLetter, Letter, LetterFacts, LetterKind, LetterRecord, Told } from './outbox/letter.ts';
export type { Delivery, Letterhead, Mail, MailSender, WrittenLetter } from './outbox/mail.ts';
export { type MailSettings, mailSettingsOf } from './outbox/mail-settings.ts';
export type { MailSettingsStore } from './outbox/mail-settings-store.ts';
export type { LetterFilter, Outbox } from './outbox/outbox.ts';
export { readLetter } from './outbox/read-letter.ts';
export { retryLetter } from './outbox/retry-letter.ts';
export { sendTestLetter } from './outbox/send-test-letter.ts';
export { statusAt } from './outbox/status-at.ts';
export { daysOf } from './overview/days-of.ts';
export type { DayCount, Figures } from './overview/overview.ts';
export type { OverviewStore } from './overview/overview-store.ts';
export { refusalsOf } from './overview/refusals-of.ts';
export { lastDays, startOfDay } from './overview/utc-day.ts';
export { decideEntry, type Entry, type EntrySituation } from './policies/account-entry.ts';
export { changeSignInPolicy, type Switches } from './policies/change-sign-in-policy.ts';
export { currentPolicy } from './policies/current-policy.ts';
export { type PolicyPreview, previewSignInPolicy } from './policies/preview-sign-in-policy.ts';
export { settleEnforcement } from './policies/settle-enforcement.ts';
export {
  allowsMethod,
  DEFAULT_SIGN_IN_POLICY,
  policyAt,
  revertsAt,
  type SignInPolicy,
  type SsoEnforcement,
} from './policies/sign-in-policy.ts';
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
export { endEverybodysSessions } from './sessions/end-everybodys-sessions.ts';
export { findSessionByRefreshToken } from './sessions/find-session-by-refresh-token.ts';
export { continueSignIn, replaceOneTimePassword, viewUnfinishedSignIn } from './sessions/finish-sign-in.ts';
export type { SignInResult } from './sessions/let-in.ts';
export { listSignIns } from './sessions/list-sign-ins.ts';
export type { IssuedSession } from './sessions/open-console-session.ts';
export { recognizeSession } from './sessions/recognize-session.ts';
export { refreshSession } from './sessions/refresh-session.ts';
export { revokeOtherSignIns } from './sessions/revoke-other-sign-ins.ts';
export { revokeSignIn } from './sessions/revoke-sign-in.ts';
export { askForSignInCode, signInWithCode } from './sessions/sign-in-with-code.ts';
export { signInWithPassword } from './sessions/sign-in-with-password.ts';
export { signOut } from './sessions/sign-out.ts';
export type { IssuedUnfinishedSignIn, UnfinishedSignIn } from './sessions/unfinished-sign-in.ts';
export { UNFINISHED_SIGN_IN_TTL_SECONDS } from './sessions/unfinished-sign-in.ts';
export type { UnfinishedSignInStore } from './sessions/unfinished-sign-in-store.ts';
export { changeSettings } from './settings/change-settings.ts';
export { DEFAULT_INSTANCE_SETTINGS, type InstanceSettings } from './settings/instance-settings.ts';
export type { InstanceSettingsStore, VersionedSettings } from './settings/instance-settings-store.ts';
export type { SignInAttempt } from './sign-in-attempts/sign-in-attempt.ts';
export type { SignInAttemptFilter, SignInAttemptStore } from './sign-in-attempts/sign-in-attempt-store.ts';
export { acceptPendingLink, declinePendingLink, viewPendingLink } from './sso/answer-pending-link.ts';
export { certificateEnding } from './sso/certificate-ending.ts';
export {
  type AccountCreation,
  asciiDomain,
  type ConfiguredConnection,
  type ConnectionDomain,
  type JoiningRole,
  proofOf,
  serves,
} from './sso/configured-connection.ts';
export type { SsoConnectionStore } from './sso/connection-store.ts';
export {
  type BackChannelLogout,
  type CertificateSummary,
  type MetadataSource,
  type OAuth2Memory,
  type OidcDiscovery,
  type OidcMemory,
  type ProviderIdentity,
  type SamlMemory,
  type SamlMetadata,
  type ServiceProviderDescription,
  SSO_TRANSACTION_TTL_SECONDS,
  type SsoAddresses,
  type SsoAnswer,
  type SsoConnector,
  type SsoMemory,
  type SsoQuestion,
  type SsoRedirect,
  type SsoReplayGuard,
  type SsoRequest,
} from './sso/connector.ts';
export { finishSso, type SsoOutcome } from './sso/finish-sso.ts';
export type { Identity, SessionProof } from './sso/identity.ts';
export type { IdentityStore } from './sso/identity-store.ts';
export { changeConnection, createConnection, deleteConnection, type SavedSettings } from './sso/manage-connection.ts';
export { PENDING_LINK_TTL_SECONDS, type PendingLink } from './sso/pending-link.ts';
export type { PendingLinkStore } from './sso/pending-link-store.ts';
export { proveDomain, recordOf } from './sso/prove-domain.ts';
export { providerSignOut } from './sso/provider-sign-out.ts';
export { refusedSettings } from './sso/refused-settings.ts';
export { startTest } from './sso/run-sso-test.ts';
export type { ServiceProviderKeyStore } from './sso/service-provider-key-store.ts';
export { signOutByProvider } from './sso/sign-out-by-provider.ts';
export { addressesOf } from './sso/sso-addresses.ts';
export type {
  EmailVerification,
  FieldMapping,
  OAuth2Provider,
  OidcProvider,
  SamlProvider,
  SsoConnection,
  SsoProvider,
} from './sso/sso-connection.ts';
export type { SsoProviders } from './sso/sso-providers.ts';
export { SSO_REFUSALS, SsoRefusal } from './sso/sso-refusal.ts';
export type { SsoTest, SsoTestResult } from './sso/sso-test.ts';
export type { SsoTestStore } from './sso/sso-test-store.ts';
export type { SsoPurpose, SsoTransaction } from './sso/sso-transaction.ts';
export type { SsoTransactionStore } from './sso/sso-transaction-store.ts';
export { redeemSsoTicket, startSso } from './sso/start-sso.ts';
export { unlinkableOf, unlinkIdentity } from './sso/unlink-identity.ts';
export { APP_SESSION_TTL_SECONDS, type AppSession, type Visit } from './webapps/app-session.ts';
export { type AppSessionStore, MOST_JUDGED, type Opening } from './webapps/app-session-store.ts';
export { type AccessDecision, decideAccess, type Situation, type Visitor } from './webapps/decide-access.ts';
export { decideByPassport, enterByPassport } from './webapps/enter-by-passport.ts';
export { enterWebApp, type Guest } from './webapps/enter-webapp.ts';
export { type AccessExplanation, explainAccess } from './webapps/explain-access.ts';
export type { ExternalUser } from './webapps/external-user.ts';
export type { ExternalUserStore } from './webapps/external-user-store.ts';
export type { Group, GroupRef, ListedGroup } from './webapps/group.ts';
export type { GroupFilter, GroupStore } from './webapps/group-store.ts';
export { judgeOpen, type OpenRequest } from './webapps/judge-open.ts';
export { type Judgement, judgeRequest, noteGateRefusal, type WebAppName } from './webapps/judge-request.ts';
export { listMyWebApps } from './webapps/list-my-webapps.ts';
export { changeAccess, changeConditions } from './webapps/manage-access.ts';
export {
  addGroupMembers,
  createGroup,
  deleteGroup,
  type GroupKeeper,
  removeGroupMember,
  renameGroup,
} from './webapps/manage-group.ts';
export { createShareLink, revokeShareLink } from './webapps/manage-share-links.ts';
export {
  changeWebApp,
  createWebApp,
  deleteWebApp,
  switchWebApp,
  type WebAppChanges,
  type WebAppDetails,
} from './webapps/manage-webapp.ts';
export { openAppSession, openByShareLink } from './webapps/open-app-session.ts';
export { type AccessPreview, previewAccess } from './webapps/preview-access.ts';
export { refuseExternalUser } from './webapps/refuse-external-user.ts';
export { requireEditor, requireManaged } from './webapps/require-managed.ts';
export type { ShareLink } from './webapps/share-link.ts';
export type { ShareLinkStore } from './webapps/share-link-store.ts';
export {
  type Access,
  type ChosenSubjects,
  type PublishedWebApp,
  SAMPLE_CODE,
  SAMPLE_UPSTREAM,
  type WebApp,
} from './webapps/webapp.ts';
export type { Standing, WebAppFilter, WebAppStore } from './webapps/webapp-store.ts';
export {
  changeWorkspace,
  createWorkspace,
  deleteWorkspace,
  dismissMember,
  setMember,
} from './workspaces/administer-workspace.ts';
export { currentMembership } from './workspaces/current-membership.ts';
export { changeRole, removeMember } from './workspaces/manage-members.ts';
export { managesMembers, mayEdit } from './workspaces/member-rules.ts';
export { renameWorkspace } from './workspaces/rename-workspace.ts';
export { switchWorkspace } from './workspaces/switch-workspace.ts';
export { askForOwnerTransfer, proveOwnerTransfer, transferOwnership } from './workspaces/transfer-ownership.ts';
export {
  currentWorkspace,
  type JoinedWorkspace,
  type ListedWorkspace,
  type Membership,
  type Workspace,
  type WorkspaceMember,
} from './workspaces/workspace.ts';
export type { WorkspaceFilter, WorkspaceOrder, WorkspaceStore } from './workspaces/workspace-store.ts';
