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
  /** Where a new sign-in's token goes: the system's credential store if it keeps a test entry, else the file. */
  choose(): Promise<TokenStorage>;
}
