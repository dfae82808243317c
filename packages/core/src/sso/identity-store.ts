import type { AccountId, IdentityId, SsoConnectionId } from '@latchkey/contract/vocabulary';
import type { Identity } from './identity.ts';

export interface IdentityStore {
  /** False when the subject of this connection is linked already. Of concurrent calls for one exactly one returns true. */
  add(identity: Identity): Promise<boolean>;
  find(connectionId: SsoConnectionId, subject: string): Promise<Identity | undefined>;
  /** Oldest first. */
  listOf(accountId: AccountId): Promise<Identity[]>;
  listOfConnection(connectionId: SsoConnectionId): Promise<Pick<Identity, 'id' | 'accountId'>[]>;
  /** Of this connection, those that opened a session which goes with one of the provider's. */
  listBySession(connectionId: SsoConnectionId, providerSession: string): Promise<Pick<Identity, 'id' | 'accountId'>[]>;
  count(connectionId: SsoConnectionId): Promise<number>;
  /** Notes a sign-in, and what the provider says now. */
  noteUse(id: IdentityId, at: Date, said: Pick<Identity, 'email' | 'name'>): Promise<void>;
  /** True when it was this account's. Of two concurrent calls exactly one returns true. */
  remove(id: IdentityId, accountId: AccountId): Promise<boolean>;
}
