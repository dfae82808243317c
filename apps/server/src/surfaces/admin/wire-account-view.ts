import type { AdminApi, EndpointResult } from '@latchkey/contract';
import type { AccountView } from '@latchkey/core';
import { wireListedAccount } from './account-rows.ts';

export function wireAccountView(view: AccountView): EndpointResult<AdminApi['getAccount']> {
  const { account, workspaces, browsers, terminals, locks } = view;
  const sessions = [
    ...browsers.map((session) => ({ ...session, kind: 'browser' as const, label: session.userAgent })),
    ...terminals.map((session) => ({ ...session, kind: 'terminal' as const, label: session.deviceLabel })),
  ];
  return {
    ...wireListedAccount({ ...account, workspaceCount: workspaces.length }),
    language: account.interfaceLanguage,
    timezone: account.timezone,
    last_sign_in_ip: account.lastSignInIp,
    is_system_administrator: view.isSystemAdministrator,
    has_password: view.hasPassword,
    must_change_password: view.hasOneTimePassword,
    workspaces: workspaces.map(({ id, name, status, role, joinedAt }) => ({
      id,
      name,
      status,
      role,
      joined_at: joinedAt.toISOString(),
    })),
    sessions: sessions.map(({ id, kind, label, ip, createdAt, lastUsedAt }) => ({
      id,
      kind,
      label,
      ip,
      created_at: createdAt.toISOString(),
      last_used_at: lastUsedAt?.toISOString() ?? null,
    })),
    locks: locks.map(({ network, until }) => ({ network, until: until.toISOString() })),
  };
}
