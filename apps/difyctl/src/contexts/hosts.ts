/** Where a context's token lies. */
export type TokenStorage = 'keychain' | 'file';

/** Every stored context, grouped by host. Each reading makes a new one, so whoever read it may change it. */
export interface Hosts {
  /** Where the tokens of accounts lie that do not say so themselves: those the original client signed in. */
  tokenStorage: TokenStorage;
  currentHost?: string | undefined;
  /** By host and port. */
  readonly byName: Map<string, Host>;
}

export interface Host {
  scheme: 'http' | 'https';
  currentAccount?: string | undefined;
  /** By mail address. */
  readonly accounts: Map<string, StoredAccount>;
}

export interface StoredAccount {
  /** Three empty strings for an external user. */
  readonly account: { readonly id: string; readonly email: string; readonly name: string };
  readonly workspace?: StoredWorkspace | undefined;
  /** The bearer session's id. */
  readonly tokenId?: string | undefined;
  readonly externalSubject?: { readonly email: string; readonly issuer: string } | undefined;
  readonly tokenStorage?: TokenStorage | undefined;
  /** The path in front of the server's own, such as `/dify`; empty for none. */
  readonly basePath: string;
  /** Whether a certificate that nobody vouches for is passed over. */
  readonly insecure?: boolean | undefined;
  /** When the bearer session ends, ISO 8601. */
  readonly expiresAt?: string | undefined;
}

export interface StoredWorkspace {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

export function noHosts(): Hosts {
  return { tokenStorage: 'file', byName: new Map() };
}
