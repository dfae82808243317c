import type { Account } from '../accounts/account.ts';
import { anAccount } from './an-account.ts';
import { anId } from './an-id.ts';

/** Grace, beside Ada. */
export function anotherAccount(differences: Partial<Account> = {}): Account {
  return anAccount({ id: anId(2), email: 'grace@example.com', name: 'Grace', ...differences });
}
