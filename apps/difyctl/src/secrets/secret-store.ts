import type { TokenStorage } from '../contexts/hosts.ts';

/** Keeps the bearer token of each context. */
export interface SecretStore {
  /**
   * The token, or `undefined` when the store answers that it has none.
   *
   * @throws {Failure} `keyring_unavailable` when the store does not answer or is locked
   */
  read(host: string, email: string): Promise<string | undefined>;
  write(host: string, email: string, token: string): Promise<void>;
  /** Removing what is not there is a success. */
  remove(host: string, email: string): Promise<void>;
}

export interface SecretStores {
  /** The store of contexts that were signed in with it. */
  at(storage: TokenStorage): SecretStore;
  /** Asks the system's credential store to keep a test entry; a new sign-in's token goes there if it does. */
  probe(): Promise<KeychainState>;
}

/** `locked` is there and waits for its owner; `missing` does not answer, or forgets. */
export type KeychainState = 'open' | 'locked' | 'missing';
