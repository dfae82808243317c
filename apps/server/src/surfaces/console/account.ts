import { consoleApi } from '@latchkey/contract';
import type { BearerSessionId, ConsoleSessionId } from '@latchkey/contract/vocabulary';
import {
  type AccountPreferences,
  type AdmittedSession,
  changePassword,
  DomainError,
  initializeAccount,
  listSignIns,
  revokeOtherSignIns,
  revokeSignIn,
} from '@latchkey/core';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { isHttpUrl, wireAccount } from './wire-account.ts';

export function accountRoutes(implement: Implement, { platform }: ServerContext): void {
  const { store } = platform;

  implement(consoleApi.initAccount)(async ({ actor, body }) => {
    await initializeAccount(platform, actor, { interfaceLanguage: body.interface_language, timezone: body.timezone });
    return { result: 'success' };
  });

  implement(consoleApi.getProfile)(({ actor }) => wireAccount(actor));
  implement(consoleApi.setName)(({ actor, body }) => change(actor, { name: body.name }));
  implement(consoleApi.setAvatar)(({ actor, body }) => change(actor, { avatar: body.avatar }));
  implement(consoleApi.setInterfaceLanguage)(({ actor, body }) =>
    change(actor, { interfaceLanguage: body.interface_language }),
  );
  implement(consoleApi.setInterfaceTheme)(({ actor, body }) => change(actor, { interfaceTheme: body.interface_theme }));
  implement(consoleApi.setTimezone)(({ actor, body }) => change(actor, { timezone: body.timezone }));

  implement(consoleApi.getAvatar)(({ query }) => {
    if (!isHttpUrl(query.avatar)) throw new DomainError('not_found', { message: 'Avatar file not found' });
    return { avatar_url: query.avatar };
  });

  implement(consoleApi.setPassword)(async ({ actor, body, origin }) => {
    if (body.new_password !== body.repeat_new_password) throw new DomainError('repeat_password_not_match');
    await changePassword(platform, origin, actor, { current: body.password, next: body.new_password });
    return wireAccount({ ...actor, isPasswordSet: true });
  });

  implement(consoleApi.getIntegrates)(() => ({ data: [] }));

  implement(consoleApi.listAccountSessions)(async ({ actor }) => {
    const { browsers, terminals } = await listSignIns(platform, actor);
    const data = [
      ...browsers.map((session) => ({ kind: 'browser' as const, label: session.userAgent, ...session })),
      ...terminals.map((session) => ({ kind: 'terminal' as const, label: session.deviceLabel, ...session })),
    ].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    return {
      data: data.map((session) => ({
        id: session.id,
        kind: session.kind,
        label: session.label,
        ip: session.ip,
        created_at: session.createdAt.toISOString(),
        last_used_at: session.lastUsedAt?.toISOString() ?? null,
        expires_at: session.expiresAt.toISOString(),
        current: session.id === actor.session.id,
      })),
    };
  });

  implement(consoleApi.revokeAccountSession)(async ({ actor, params, origin }) => {
    // An id that names no session of this account is refused, whatever kind it was meant to be.
    await revokeSignIn(platform, origin, actor, params.session_id as ConsoleSessionId | BearerSessionId);
    return { result: 'success' };
  });

  implement(consoleApi.revokeOtherAccountSessions)(async ({ actor, origin }) => ({
    result: 'success',
    revoked: await revokeOtherSignIns(platform, origin, actor),
  }));

  async function change(actor: AdmittedSession, preferences: Partial<AccountPreferences>) {
    await store.accounts.setPreferences(actor.account.id, preferences);
    return wireAccount({ ...actor, account: { ...actor.account, ...preferences } });
  }
}
