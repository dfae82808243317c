import type { SsoConnectionId } from '@latchkey/contract/vocabulary';
import type { ConfiguredConnection } from './configured-connection.ts';

/** Keeps what a connection knows of its provider sealed: the client secret is told to nobody who reads the database. */
export interface SsoConnectionStore {
  /** Oldest first. */
  list(): Promise<ConfiguredConnection[]>;
  find(id: SsoConnectionId): Promise<ConfiguredConnection | undefined>;
  /** False when another connection has one of its domains: the transaction has to be undone then. */
  add(connection: ConfiguredConnection): Promise<boolean>;
  /**
   * Keeps a connection that was made from the one of `version`. `changed_meanwhile` when that is not the present one:
   * of two concurrent calls exactly one is kept. `domain_taken` as in adding.
   */
  replace(connection: ConfiguredConnection, version: number): Promise<'kept' | 'changed_meanwhile' | 'domain_taken'>;
  /** True when this connection has the domain. */
  markProven(id: SsoConnectionId, domain: string, at: Date): Promise<boolean>;
  /** With its identities, external users, tests and everything that waits. Of two concurrent calls one returns true. */
  remove(id: SsoConnectionId): Promise<boolean>;
}
