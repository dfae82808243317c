import type { Account } from '@latchkey/core';
import { dateOrNull, msOrNull } from './epoch-ms.ts';
import type { AccountRow } from './schema.ts';

/** By name and not `*`: replicas of two versions may run on one database, and one of them knows more columns. */
export const ACCOUNT_COLUMNS = [
  'accounts.id',
  'accounts.email',
  'accounts.name',
  'accounts.avatar',
  'accounts.interface_language',
  'accounts.interface_theme',
  'accounts.timezone',
  'accounts.status',
  'accounts.current_workspace_id',
  'accounts.last_sign_in_at',
  'accounts.last_sign_in_ip',
  'accounts.created_at',
] as const;

export function accountFrom(row: AccountRow): Account {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    avatar: row.avatar,
    interfaceLanguage: row.interface_language,
    interfaceTheme: row.interface_theme,
    timezone: row.timezone,
    status: row.status,
    currentWorkspaceId: row.current_workspace_id,
    lastSignInAt: dateOrNull(row.last_sign_in_at),
    lastSignInIp: row.last_sign_in_ip,
    createdAt: new Date(row.created_at),
  };
}

export function accountRow(account: Account): AccountRow {
  return {
    id: account.id,
    email: account.email,
    name: account.name,
    avatar: account.avatar,
    interface_language: account.interfaceLanguage,
    interface_theme: account.interfaceTheme,
    timezone: account.timezone,
    status: account.status,
    current_workspace_id: account.currentWorkspaceId,
    last_sign_in_at: msOrNull(account.lastSignInAt),
    last_sign_in_ip: account.lastSignInIp,
    created_at: account.createdAt.getTime(),
  };
}
