import type { ConsoleApi, EndpointResult } from '@latchkey/contract';
import type { AdmittedSession } from '@latchkey/core';

/** An account as Dify's wire has it. */
export function wireAccount({ account, isPasswordSet }: AdmittedSession): EndpointResult<ConsoleApi['getProfile']> {
  return {
    id: account.id,
    name: account.name,
    avatar: account.avatar,
    avatar_url: isHttpUrl(account.avatar) ? account.avatar : null,
    email: account.email,
    is_password_set: isPasswordSet,
    interface_language: account.interfaceLanguage,
    interface_theme: account.interfaceTheme,
    timezone: account.timezone,
    last_login_at: account.lastSignInAt === null ? null : epochSeconds(account.lastSignInAt),
    last_login_ip: account.lastSignInIp,
    created_at: epochSeconds(account.createdAt),
  };
}

export function isHttpUrl(text: string | null): text is string {
  return text !== null && /^https?:\/\//.test(text) && URL.canParse(text);
}

export function epochSeconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
