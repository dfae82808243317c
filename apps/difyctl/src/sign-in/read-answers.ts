import type { StoredWorkspace } from '../contexts/hosts.ts';
import { Failure } from '../failure.ts';

/** A pending sign-in (RFC 8628 §3.2). */
export interface DeviceGrant {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly verificationUri: string;
  readonly expiresInSeconds: number;
  readonly intervalSeconds: number;
}

/** Who a bearer token belongs to. */
export interface Subject {
  /** Three empty strings for an external user. */
  readonly account: { readonly id: string; readonly email: string; readonly name: string };
  readonly externalSubject: { readonly email: string; readonly issuer: string } | undefined;
  /** The default one. */
  readonly workspace: StoredWorkspace | undefined;
}

/** An approved sign-in. */
export interface Approval extends Subject {
  readonly token: string;
  readonly tokenId: string | undefined;
  readonly expiresAt: string | undefined;
}

const DEFAULT_LIFETIME_SECONDS = 900;
/** RFC 8628 §3.2. */
const DEFAULT_INTERVAL_SECONDS = 5;

/** Reads the answer of any Dify server to a request for a code. */
export function readDeviceGrant(answer: unknown): DeviceGrant {
  const { device_code, user_code, verification_uri, expires_in, interval } = record(answer);
  const deviceCode = text(device_code);
  const userCode = text(user_code);
  if (deviceCode === '' || userCode === '') throw new Failure('unknown', 'device/code: the answer holds no code');
  return {
    deviceCode,
    userCode,
    verificationUri: text(verification_uri),
    expiresInSeconds: positive(expires_in) ?? DEFAULT_LIFETIME_SECONDS,
    intervalSeconds: positive(interval) ?? DEFAULT_INTERVAL_SECONDS,
  };
}

/** Reads the answer of any Dify server to a poll; `undefined` when it holds no token. */
export function readApproval(answer: unknown): Approval | undefined {
  const { token, token_id, expires_at } = record(answer);
  if (text(token) === '') return undefined;
  return {
    ...readSubject(answer),
    token: text(token),
    tokenId: text(token_id) || undefined,
    expiresAt: text(expires_at) || undefined,
  };
}

/** Reads who an approval, or the answer to `GET /account`, is about. */
export function readSubject(answer: unknown): Subject {
  const { subject_type, subject_email, subject_issuer, account, ...rest } = record(answer);
  const { id, email, name } = record(account);
  return {
    account: { id: text(id), email: text(email), name: text(name) },
    externalSubject:
      subject_type === 'external_sso' ? { email: text(subject_email), issuer: text(subject_issuer) } : undefined,
    workspace: readDefaultWorkspace(rest),
  };
}

function readDefaultWorkspace({
  workspaces,
  default_workspace_id,
}: Record<string, unknown>): StoredWorkspace | undefined {
  const all = Array.isArray(workspaces) ? workspaces.map(record) : [];
  const found = all.find(({ id }) => text(id) !== '' && id === default_workspace_id);
  return found && { id: text(found.id), name: text(found.name), role: text(found.role) };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
