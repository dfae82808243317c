import type { AccessRequestId, AccountId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';

/** Somebody with an account and without a workspace asks for an invitation. */
export interface AccessRequest {
  readonly id: AccessRequestId;
  readonly accountId: AccountId;
  readonly message: string;
  readonly createdAt: Date;
  readonly status: 'open' | 'invited' | 'declined';
}

export interface ListedAccessRequest extends AccessRequest {
  readonly account: Pick<Account, 'id' | 'name' | 'email'>;
}
