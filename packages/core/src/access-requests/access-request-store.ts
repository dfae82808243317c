import type { AccessRequestId, AccountId } from '@latchkey/contract/vocabulary';
import type { Page } from '../kernel/page.ts';
import type { AccessRequest, ListedAccessRequest } from './access-request.ts';

export interface AccessRequestStore {
  /** Keeps a request; an earlier one of the same account is replaced by it. */
  replace(request: AccessRequest): Promise<void>;
  findOf(accountId: AccountId): Promise<AccessRequest | undefined>;
  find(id: AccessRequestId): Promise<ListedAccessRequest | undefined>;
  /** Oldest first. */
  listOpen(page: Page): Promise<{ total: number; data: ListedAccessRequest[] }>;
  /** Of two concurrent calls exactly one returns true. */
  answer(id: AccessRequestId, answer: 'invited' | 'declined'): Promise<boolean>;
}
