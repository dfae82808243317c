import type {
  AccessRequest,
  Account,
  AdminSession,
  ApiKey,
  AuditEntry,
  BearerSession,
  ConfiguredConnection,
  ConsoleSession,
  DeviceApproval,
  DeviceGrant,
  ExternalSession,
  ExternalUser,
  Group,
  Identity,
  Invitation,
  LetterRecord,
  MailCode,
  Membership,
  OneTimeLink,
  ShareLink,
  SignInAttempt,
  SsoTest,
  UnfinishedSignIn,
  WebApp,
  Workspace,
} from '@latchkey/core';
import type { Generated } from 'kysely';

/** Every table. What its columns hold beyond their types: the latest migration that touches it. */
export interface Schema {
  accounts: AccountRow & Searchable;
  passwords: PasswordRow;
  workspaces: WorkspaceRow & Searchable;
  memberships: MembershipRow;
  console_sessions: ConsoleSessionRow;
  refresh_tokens: RefreshTokenRow;
  device_grants: DeviceGrantRow;
  bearer_sessions: BearerSessionRow;
  sign_in_attempts: SignInAttemptRow & Numbered;
  sign_in_days: SignInDayRow;
  audit_entries: AuditEntryRow & ChainedRow & Numbered;
  audit_head: AuditHeadRow;
  letters: LetterRow;
  limits: LimitRow;
  instance: InstanceRow;
  system_administrators: SystemAdministratorRow;
  mail_codes: MailCodeRow;
  one_time_links: OneTimeLinkRow;
  unfinished_sign_ins: UnfinishedSignInRow;
  invitations: InvitationRow;
  access_requests: AccessRequestRow;
  admin_sessions: AdminSessionRow;
  api_keys: ApiKeyRow;
  webapps: WebAppRow & Searchable;
  member_groups: GroupRow & Searchable;
  group_members: GroupMemberRow;
  webapp_groups: WebAppGroupRow;
  webapp_accounts: WebAppAccountRow;
  share_links: ShareLinkRow;
  external_users: ExternalUserRow & Searchable;
  app_sessions: AppSessionRow;
  device_approvals: DeviceApprovalRow;
  external_sessions: ExternalSessionRow;
  sso_connections: SsoConnectionRow;
  sso_domains: SsoDomainRow;
  identities: IdentityRow;
  sso_transactions: SsoTransactionRow;
  pending_links: PendingLinkRow;
  sso_tests: SsoTestRow;
  sso_replays: SsoReplayRow;
}

/** Since 1970, UTC. */
type Milliseconds = number;

type Rule = NonNullable<SignInAttempt['rule']>;

/** In the order of insertion. */
interface Numbered {
  id: Generated<number>;
}

export interface AccountRow {
  id: Account['id'];
  email: string;
  name: string;
  avatar: string | null;
  interface_language: Account['interfaceLanguage'];
  interface_theme: Account['interfaceTheme'];
  timezone: string;
  status: Account['status'];
  current_workspace_id: Workspace['id'] | null;
  last_sign_in_at: Milliseconds | null;
  last_sign_in_ip: string | null;
  created_at: Milliseconds;
}

/** For looking somebody or something up by a part of it. */
interface Searchable {
  search_text: string;
}

/** 0 or 1. */
type Flag = number;

export interface PasswordRow {
  account_id: Account['id'];
  hash: string;
  is_one_time: Flag;
  changed_at: Milliseconds;
}

export interface WorkspaceRow {
  id: Workspace['id'];
  name: string;
  status: Workspace['status'];
  created_at: Milliseconds;
}

export interface MembershipRow {
  workspace_id: Workspace['id'];
  account_id: Account['id'];
  role: Membership['role'];
  created_at: Milliseconds;
}

export interface ConsoleSessionRow {
  id: ConsoleSession['id'];
  account_id: Account['id'];
  ip: string;
  user_agent: string;
  created_at: Milliseconds;
  last_used_at: Milliseconds;
  expires_at: Milliseconds;
  revoked_at: Milliseconds | null;
  identity_id: ConsoleSession['identityId'];
  provider_session: string | null;
}

export interface RefreshTokenRow {
  hash: string;
  session_id: ConsoleSession['id'];
  issued_at: Milliseconds;
  expires_at: Milliseconds;
  used_at: Milliseconds | null;
}

export interface DeviceGrantRow {
  id: DeviceGrant['id'];
  device_code_hash: string;
  user_code_hash: string;
  client_id: string;
  device_label: string;
  requested_ip: string;
  requested_at: Milliseconds;
  expires_at: Milliseconds;
  status: DeviceGrant['status'];
  viewed_by: Account['id'] | null;
  decided_by: Account['id'] | null;
  external_user_id: ExternalUser['id'] | null;
  external_issuer: string | null;
  interval_seconds: number;
  last_polled_at: Milliseconds | null;
}

export interface BearerSessionRow {
  id: BearerSession['id'];
  account_id: Account['id'];
  client_id: string;
  device_label: string;
  prefix: string;
  token_hash: string;
  ip: string;
  created_at: Milliseconds;
  last_used_at: Milliseconds | null;
  expires_at: Milliseconds;
  revoked_at: Milliseconds | null;
}

export interface SignInAttemptRow {
  reference: string;
  ip: string;
  user_agent: string;
  at: Milliseconds;
  method: SignInAttempt['method'];
  email: string;
  account_id: Account['id'] | null;
  refusal: SignInAttempt['refusal'];
  rule: Rule | null;
  /** JSON. */
  details: string;
}

export interface SignInDayRow {
  /** Its first instant. */
  day: Milliseconds;
  /** Empty for those that succeeded. */
  rule: Rule | '';
  slot: number;
  count: number;
}

export interface AuditEntryRow {
  at: Milliseconds;
  action: AuditEntry['action'];
  actor_id: AuditEntry['actorId'];
  actor: NonNullable<AuditEntry['actor']> | null;
  subject_id: NonNullable<AuditEntry['subjectId']> | null;
  workspace_id: Workspace['id'] | null;
  ip: string;
  user_agent: string;
  reference: string;
  /** JSON. */
  details: string;
}

export interface ChainedRow {
  seq: number;
  previous_hash: string;
  hash: string;
}

interface AuditHeadRow {
  id: number;
  seq: number;
  hash: string;
}

export interface LetterRow {
  id: LetterRecord['id'];
  kind: LetterRecord['kind'];
  account_id: LetterRecord['accountId'];
  recipient: string;
  language: LetterRecord['language'];
  created_at: Milliseconds;
  expires_at: Milliseconds | null;
  /** JSON, sealed; empty once it is forgotten. */
  facts: string | null;
  status: LetterRecord['status'];
  tries: number;
  next_try_at: Milliseconds | null;
  claimed_until: Milliseconds | null;
  sent_at: Milliseconds | null;
  problem: string | null;
}

interface LimitRow {
  key: string;
  count: number;
  resets_at: Milliseconds;
}

/** The one row that says what holds for the whole instance. */
interface InstanceRow {
  id: number;
  set_up_at: Milliseconds | null;
  key_fingerprint: string | null;
  /** JSON. */
  sign_in_policy: string | null;
  /** JSON, sealed. */
  mail_settings: string | null;
  sign_in_policy_version: number;
  /** JSON. */
  settings: string | null;
  settings_version: number;
  /** Sealed. */
  service_provider_keys: string | null;
}

export interface SystemAdministratorRow {
  account_id: Account['id'];
  added_at: Milliseconds;
}

export interface MailCodeRow {
  purpose: MailCode['purpose'];
  holder: string;
  email: string;
  account_id: Account['id'] | null;
  subject: string | null;
  token_hash: string;
  code_hash: string | null;
  phase: MailCode['phase'];
  tries: number;
  created_at: Milliseconds;
  expires_at: Milliseconds;
}

export interface OneTimeLinkRow {
  token_hash: string;
  purpose: OneTimeLink['purpose'];
  account_id: Account['id'];
  created_at: Milliseconds;
  expires_at: Milliseconds;
}

export interface UnfinishedSignInRow {
  token_hash: string;
  account_id: Account['id'];
  method: UnfinishedSignIn['method'];
  /** JSON. */
  proof: string | null;
  created_at: Milliseconds;
  expires_at: Milliseconds;
}

export interface InvitationRow {
  id: Invitation['id'];
  workspace_id: Workspace['id'];
  email: string;
  account_id: Account['id'];
  role: Invitation['role'];
  language: Invitation['language'];
  inviter: string;
  token_hash: string;
  proof_hash: string;
  created_at: Milliseconds;
  expires_at: Milliseconds;
  answer: Invitation['answer'];
  answered_at: Milliseconds | null;
}

export interface AccessRequestRow {
  id: AccessRequest['id'];
  account_id: Account['id'];
  message: string;
  created_at: Milliseconds;
  status: AccessRequest['status'];
}

export interface AdminSessionRow {
  id: AdminSession['id'];
  account_id: Account['id'];
  token_hash: string;
  is_by_link: Flag;
  ip: string;
  user_agent: string;
  created_at: Milliseconds;
  last_used_at: Milliseconds;
  expires_at: Milliseconds;
  revoked_at: Milliseconds | null;
  identity_id: ConsoleSession['identityId'];
  provider_session: string | null;
}

export interface ApiKeyRow {
  id: ApiKey['id'];
  name: string;
  prefix: string;
  token_hash: string;
  /** JSON. */
  scopes: string;
  created_by: Account['id'];
  created_at: Milliseconds;
  expires_at: Milliseconds | null;
  last_used_at: Milliseconds | null;
  revoked_at: Milliseconds | null;
}

export interface WebAppRow {
  id: WebApp['id'];
  workspace_id: Workspace['id'];
  code: string;
  name: string;
  icon: string | null;
  upstream: string;
  host: string | null;
  is_enabled: Flag;
  access_mode: WebApp['accessMode'];
  passphrase_hash: string | null;
  /** JSON. */
  address_ranges: string;
  needs_share_link: Flag;
  /** JSON. */
  frame_origins: string;
  rules_changed_at: Milliseconds;
  created_at: Milliseconds;
}

export interface GroupRow {
  id: Group['id'];
  workspace_id: Workspace['id'] | null;
  name: string;
  created_at: Milliseconds;
}

export interface GroupMemberRow {
  group_id: Group['id'];
  account_id: Account['id'];
}

interface WebAppGroupRow {
  webapp_id: WebApp['id'];
  group_id: Group['id'];
}

interface WebAppAccountRow {
  webapp_id: WebApp['id'];
  account_id: Account['id'];
}

export interface ShareLinkRow {
  id: ShareLink['id'];
  webapp_id: WebApp['id'];
  label: string;
  token_hash: string;
  created_at: Milliseconds;
  expires_at: Milliseconds;
}

export interface ExternalUserRow {
  id: ExternalUser['id'];
  connection_id: ExternalUser['connectionId'];
  subject: string;
  email: string | null;
  name: string | null;
  refused_at: Milliseconds | null;
  created_at: Milliseconds;
  last_visit_at: Milliseconds;
}

export interface AppSessionRow {
  token_hash: string;
  nonce_hash: string | null;
  webapp_id: WebApp['id'];
  console_session_id: ConsoleSession['id'] | null;
  external_user_id: ExternalUser['id'] | null;
  proven_passphrase: string | null;
  share_link_id: ShareLink['id'] | null;
  ip: string;
  created_at: Milliseconds;
  expires_at: Milliseconds;
}

export interface SsoConnectionRow {
  id: ConfiguredConnection['id'];
  protocol: ConfiguredConnection['provider']['protocol'];
  is_enabled: Flag;
  serves_workspace: Flag;
  serves_administration: Flag;
  /** JSON. */
  settings: string;
  /** JSON, sealed. */
  provider: string;
  version: number;
  created_at: Milliseconds;
  changed_at: Milliseconds;
}

export interface SsoDomainRow {
  domain: string;
  connection_id: ConfiguredConnection['id'];
  /** In the order they were written. */
  position: number;
  token: string;
  proven_at: Milliseconds | null;
}

export interface IdentityRow {
  id: Identity['id'];
  connection_id: ConfiguredConnection['id'];
  subject: string;
  account_id: Account['id'];
  email: string | null;
  name: string | null;
  rule: Identity['rule'];
  created_at: Milliseconds;
  last_used_at: Milliseconds | null;
}

export interface SsoTransactionRow {
  state_hash: string;
  browser_hash: string;
  ticket_hash: string | null;
  connection_id: ConfiguredConnection['id'];
  /** JSON, sealed. */
  memory: string;
  created_at: Milliseconds;
  expires_at: Milliseconds;
}

export interface PendingLinkRow {
  token_hash: string;
  connection_id: ConfiguredConnection['id'];
  /** JSON, sealed. */
  person: string;
  created_at: Milliseconds;
  expires_at: Milliseconds;
}

export interface SsoTestRow {
  id: SsoTest['id'];
  connection_id: ConfiguredConnection['id'];
  connection_version: number;
  started_by: Account['id'];
  started_by_name: string;
  started_at: Milliseconds;
  finished_at: Milliseconds | null;
  outcome: SsoTest['outcome'];
  /** JSON, sealed. */
  result: string | null;
}

interface SsoReplayRow {
  key: string;
  expires_at: Milliseconds;
}

export interface DeviceApprovalRow {
  token_hash: string;
  kind: DeviceApproval['kind'];
  browser_hash: string | null;
  grant_id: DeviceGrant['id'];
  user_code: string;
  external_user_id: ExternalUser['id'];
  issuer: string;
  created_at: Milliseconds;
  expires_at: Milliseconds;
}

export interface ExternalSessionRow {
  id: ExternalSession['id'];
  external_user_id: ExternalUser['id'];
  issuer: string;
  client_id: string;
  device_label: string;
  prefix: string;
  token_hash: string;
  ip: string;
  created_at: Milliseconds;
  last_used_at: Milliseconds | null;
  expires_at: Milliseconds;
  revoked_at: Milliseconds | null;
}
