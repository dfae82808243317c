import type { ConsoleSession } from '@latchkey/core';
import { dateOrNull, msOrNull } from './epoch-ms.ts';
import type { ConsoleSessionRow } from './schema.ts';

/** Renamed, because they are read beside those of the account. */
export const CONSOLE_SESSION_COLUMNS = [
  'console_sessions.id as session_id',
  'console_sessions.account_id as session_account_id',
  'console_sessions.ip as session_ip',
  'console_sessions.user_agent as session_user_agent',
  'console_sessions.created_at as session_created_at',
  'console_sessions.last_used_at as session_last_used_at',
  'console_sessions.expires_at as session_expires_at',
  'console_sessions.revoked_at as session_revoked_at',
  'console_sessions.identity_id as session_identity_id',
  'console_sessions.provider_session as session_provider_session',
] as const;

export type ConsoleSessionColumns = {
  [Column in keyof ConsoleSessionRow as `session_${Column}`]: ConsoleSessionRow[Column];
};

export function consoleSessionFrom(row: ConsoleSessionColumns): ConsoleSession {
  return {
    id: row.session_id,
    accountId: row.session_account_id,
    ip: row.session_ip,
    userAgent: row.session_user_agent,
    createdAt: new Date(row.session_created_at),
    lastUsedAt: new Date(row.session_last_used_at),
    expiresAt: new Date(row.session_expires_at),
    revokedAt: dateOrNull(row.session_revoked_at),
    identityId: row.session_identity_id,
    providerSession: row.session_provider_session,
  };
}

export function consoleSessionRow(session: ConsoleSession): ConsoleSessionRow {
  return {
    id: session.id,
    account_id: session.accountId,
    ip: session.ip,
    user_agent: session.userAgent,
    created_at: session.createdAt.getTime(),
    last_used_at: session.lastUsedAt.getTime(),
    expires_at: session.expiresAt.getTime(),
    revoked_at: msOrNull(session.revokedAt),
    identity_id: session.identityId,
    provider_session: session.providerSession,
  };
}
