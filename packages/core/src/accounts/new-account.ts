import { type AccountId, LANGUAGE_TIMEZONES, type Language } from '@latchkey/contract/vocabulary';
import type { Account } from './account.ts';

interface Details {
  readonly id: AccountId;
  /** Normalised. */
  readonly email: string;
  readonly name?: string | undefined;
  readonly language: Language;
  readonly timezone?: string | undefined;
  readonly status?: Account['status'];
  readonly createdAt: Date;
}

/** An account as it begins; named by the part of its address before the @ until somebody says otherwise. */
export function newAccount({ id, email, name, language, timezone, status = 'active', createdAt }: Details): Account {
  return {
    id,
    email,
    name: name ?? email.slice(0, email.indexOf('@')),
    avatar: null,
    interfaceLanguage: language,
    interfaceTheme: 'light',
    timezone: timezone ?? LANGUAGE_TIMEZONES[language],
    status,
    currentWorkspaceId: null,
    lastSignInAt: null,
    lastSignInIp: null,
    createdAt,
  };
}
