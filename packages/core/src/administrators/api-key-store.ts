import type { ApiKeyId } from '@latchkey/contract/vocabulary';
import type { Account } from '../accounts/account.ts';
import type { ApiKey } from './administrator.ts';

export interface ListedApiKey extends ApiKey {
  readonly makerName: string;
}

export interface ApiKeyStore {
  add(key: ApiKey): Promise<void>;
  /** One read by key: with its maker, and whether they administrate now. */
  findAdmitted(
    tokenHash: string,
  ): Promise<{ readonly key: ApiKey; readonly account: Account; readonly isAdministrator: boolean } | undefined>;
  noteUse(id: ApiKeyId, at: Date): Promise<void>;
  /** Keys that were not revoked, newest first, expired ones too. */
  list(): Promise<ListedApiKey[]>;
  /** Of two concurrent calls exactly one returns true. */
  revoke(id: ApiKeyId, at: Date): Promise<boolean>;
}
