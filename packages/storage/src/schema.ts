import type {
  Account,
  AuditEntry,
  BearerSession,
  ConsoleSession,
  DeviceGrant,
  Letter,
  Membership,
  SignInAttempt,
  Workspace,
} from '@latchkey/core';
import type { Generated } from 'kysely';

/** Every table. What its columns hold beyond their types: the latest migration that touches it. */
export interface Schema {
  accounts: AccountRow;
  passwords: PasswordRow;
  workspaces: WorkspaceRow;
  memberships: MembershipRow;
  console_sessions: ConsoleSessionRow;
  refresh_tokens: RefreshTokenRow;
  device_grants: DeviceGrantRow;
  bearer_sessions: BearerSessionRow;
  sign_in_attempts: SignInAttemptRow & Numbered;
  audit_entries: AuditEntryRow & Numbered;
  letters: LetterRow & Numbered;
  limits: LimitRow;
  instance: InstanceRow;
  system_administrators: SystemAdministratorRow;
}

/** Since 1970, UTC. */
type Milliseconds = number;

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

export interface PasswordRow {
  account_id: Account['id'];
  hash: string;
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
}

export interface AuditEntryRow {
  at: Milliseconds;
  action: AuditEntry['action'];
  actor_id: Account['id'] | null;
  ip: string;
  user_agent: string;
  reference: string;
  /** JSON. */
  details: string;
}

export interface LetterRow {
  kind: Letter['kind'];
  account_id: Account['id'];
  recipient: string;
  language: Letter['language'];
  created_at: Milliseconds;
  /** JSON. */
  facts: string;
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
}

export interface SystemAdministratorRow {
  account_id: Account['id'];
  added_at: Milliseconds;
}
