import type { Account } from '../accounts/account.ts';
import { anId } from './an-id.ts';
import { NOON } from './instant.ts';

/** Ada, active since noon. */
export function anAccount(differences: Partial<Account> = {}): Account {
  return {
    id: anId(1),
    email: 'ada@example.com',
    name: 'Ada',
    avatar: null,
    interfaceLanguage: 'en-US',
    interfaceTheme: 'light',
    timezone: 'Europe/London',
    status: 'active',
    currentWorkspaceId: null,
    lastSignInAt: null,
    lastSignInIp: null,
    createdAt: NOON,
    ...differences,
  };
}
