import type { BearerSession } from '@latchkey/core';
import { dateOrNull, msOrNull } from './epoch-ms.ts';
import type { BearerSessionRow } from './schema.ts';

/** Renamed, because they are read beside those of the account. */
export const BEARER_SESSION_COLUMNS = [
  'bearer_sessions.id as session_id',
  'bearer_sessions.account_id as session_account_id',
  'bearer_sessions.client_id as session_client_id',
  'bearer_sessions.device_label as session_device_label',
  'bearer_sessions.prefix as session_prefix',
  'bearer_sessions.token_hash as session_token_hash',
  'bearer_sessions.ip as session_ip',
  'bearer_sessions.created_at as session_created_at',
  'bearer_sessions.last_used_at as session_last_used_at',
  'bearer_sessions.expires_at as session_expires_at',
  'bearer_sessions.revoked_at as session_revoked_at',
] as const;

export type BearerSessionColumns = {
  [Column in keyof BearerSessionRow as `session_${Column}`]: BearerSessionRow[Column];
};

export function bearerSessionFrom(row: BearerSessionColumns): BearerSession {
  return {
    id: row.session_id,
    accountId: row.session_account_id,
    clientId: row.session_client_id,
    deviceLabel: row.session_device_label,
    prefix: row.session_prefix,
    tokenHash: row.session_token_hash,
    ip: row.session_ip,
    createdAt: new Date(row.session_created_at),
    lastUsedAt: dateOrNull(row.session_last_used_at),
    expiresAt: new Date(row.session_expires_at),
    revokedAt: dateOrNull(row.session_revoked_at),
  };
}

export function bearerSessionRow(session: BearerSession): BearerSessionRow {
  return {
    id: session.id,
    account_id: session.accountId,
    client_id: session.clientId,
    device_label: session.deviceLabel,
    prefix: session.prefix,
    token_hash: session.tokenHash,
    ip: session.ip,
    created_at: session.createdAt.getTime(),
    last_used_at: msOrNull(session.lastUsedAt),
    expires_at: session.expiresAt.getTime(),
    revoked_at: msOrNull(session.revokedAt),
  };
}
