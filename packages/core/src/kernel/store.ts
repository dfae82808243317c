import type { AccessRequestStore } from '../access-requests/access-request-store.ts';
import type { AccountStore } from '../accounts/account-store.ts';
import type { AdminSessionStore } from '../administrators/admin-session-store.ts';
import type { AdministratorStore } from '../administrators/administrator-store.ts';
import type { ApiKeyStore } from '../administrators/api-key-store.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { BearerSessionStore } from '../bearer-sessions/bearer-session-store.ts';
import type { ExternalSessionStore } from '../bearer-sessions/external-session-store.ts';
import type { OneTimeLinkStore } from '../credentials/one-time-link-store.ts';
import type { PasswordStore } from '../credentials/password-store.ts';
import type { DeviceApprovalStore } from '../device-grants/device-approval-store.ts';
import type { DeviceGrantStore } from '../device-grants/device-grant-store.ts';
import type { InstanceStore } from '../instance/instance-store.ts';
import type { InvitationStore } from '../invitations/invitation-store.ts';
import type { LimitStore } from '../limits/limit-store.ts';
import type { MailCodeStore } from '../mail-codes/mail-code-store.ts';
import type { MailSettingsStore } from '../outbox/mail-settings-store.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { OverviewStore } from '../overview/overview-store.ts';
import type { SignInPolicyStore } from '../policies/sign-in-policy-store.ts';
import type { ConsoleSessionStore } from '../sessions/console-session-store.ts';
import type { UnfinishedSignInStore } from '../sessions/unfinished-sign-in-store.ts';
import type { InstanceSettingsStore } from '../settings/instance-settings-store.ts';
import type { SignInAttemptStore } from '../sign-in-attempts/sign-in-attempt-store.ts';
import type { SsoConnectionStore } from '../sso/connection-store.ts';
import type { SsoReplayGuard } from '../sso/connector.ts';
import type { IdentityStore } from '../sso/identity-store.ts';
import type { PendingLinkStore } from '../sso/pending-link-store.ts';
import type { ServiceProviderKeyStore } from '../sso/service-provider-key-store.ts';
import type { SsoTestStore } from '../sso/sso-test-store.ts';
import type { SsoTransactionStore } from '../sso/sso-transaction-store.ts';
import type { AppSessionStore } from '../webapps/app-session-store.ts';
import type { ExternalUserStore } from '../webapps/external-user-store.ts';
import type { GroupStore } from '../webapps/group-store.ts';
import type { ShareLinkStore } from '../webapps/share-link-store.ts';
import type { WebAppStore } from '../webapps/webapp-store.ts';
import type { WorkspaceStore } from '../workspaces/workspace-store.ts';
import type { Retention } from './retention.ts';

/** The stores of every concept. */
export interface Stores {
  readonly accounts: AccountStore;
  readonly passwords: PasswordStore;
  readonly policy: SignInPolicyStore;
  readonly consoleSessions: ConsoleSessionStore;
  readonly workspaces: WorkspaceStore;
  readonly deviceGrants: DeviceGrantStore;
  readonly bearerSessions: BearerSessionStore;
  readonly externalSessions: ExternalSessionStore;
  readonly deviceApprovals: DeviceApprovalStore;
  readonly attempts: SignInAttemptStore;
  readonly audit: AuditLog;
  readonly overview: OverviewStore;
  readonly outbox: Outbox;
  readonly mailSettings: MailSettingsStore;
  readonly limits: LimitStore;
  readonly instance: InstanceStore;
  readonly settings: InstanceSettingsStore;
  readonly mailCodes: MailCodeStore;
  readonly links: OneTimeLinkStore;
  readonly unfinishedSignIns: UnfinishedSignInStore;
  readonly invitations: InvitationStore;
  readonly accessRequests: AccessRequestStore;
  readonly administrators: AdministratorStore;
  readonly adminSessions: AdminSessionStore;
  readonly apiKeys: ApiKeyStore;
  readonly webApps: WebAppStore;
  readonly groups: GroupStore;
  readonly appSessions: AppSessionStore;
  readonly shareLinks: ShareLinkStore;
  readonly externalUsers: ExternalUserStore;
  readonly ssoConnections: SsoConnectionStore;
  readonly identities: IdentityStore;
  readonly ssoTransactions: SsoTransactionStore;
  readonly pendingLinks: PendingLinkStore;
  readonly ssoTests: SsoTestStore;
  readonly ssoReplays: SsoReplayGuard;
  readonly serviceProviderKeys: ServiceProviderKeyStore;
}

/** Durable truth. What a call has acknowledged survives the end of the process. */
export interface Store extends Stores {
  /**
   * Runs `work` on stores that commit together, or not at all when it throws. What it acknowledged also survives a
   * power cut. Only the handed-in stores may be used inside.
   */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Deletes what has expired long ago; safe to run at any time, on several replicas at once. */
  sweep(now: Date, retention?: Retention): Promise<void>;
  /** Rejects when the store cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
