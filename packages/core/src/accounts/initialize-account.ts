import type { Language } from '@latchkey/contract/vocabulary';
import { DomainError } from '../kernel/domain-error.ts';
import type { Platform } from '../kernel/platform.ts';
import type { AdmittedSession } from '../sessions/console-session.ts';

interface Input {
  readonly interfaceLanguage: Language;
  readonly timezone: string;
}

/** @throws DomainError `account_already_inited`. */
export async function initializeAccount(
  { store }: Platform,
  { account }: AdmittedSession,
  input: Input,
): Promise<void> {
  if (account.status === 'active') throw new DomainError('account_already_inited');
  await store.transaction(async (stores) => {
    await stores.accounts.setPreferences(account.id, input);
    await stores.accounts.setStatus(account.id, 'active');
  });
}
