import type { SsoTransaction } from './sso-transaction.ts';

/** What a transaction remembers is sealed. */
export interface SsoTransactionStore {
  add(transaction: SsoTransaction): Promise<void>;
  find(stateHash: string, now: Date): Promise<SsoTransaction | undefined>;
  /** Uses it up for this browser. Of any number of concurrent calls exactly one returns true. */
  take(stateHash: string, browserHash: string): Promise<boolean>;
  findByTicket(ticketHash: string, now: Date): Promise<SsoTransaction | undefined>;
  /** Uses its ticket up for this browser. Of any number of concurrent calls exactly one returns true. */
  takeTicket(ticketHash: string, browserHash: string): Promise<boolean>;
}
