import type { Hosts, StoredAccount, TokenStorage } from './hosts.ts';

/** A stored host and account pair. */
export interface Context {
  readonly host: string;
  /** The key of the account on this host. */
  readonly email: string;
  readonly stored: StoredAccount;
  /** Scheme, host and path prefix, without a trailing slash. */
  readonly baseUrl: string;
  readonly tokenStorage: TokenStorage;
  readonly active: boolean;
}

/** Every context, in the order of the file. */
export function listContexts(hosts: Hosts): readonly Context[] {
  return [...hosts.byName].flatMap(([host, { scheme, currentAccount, accounts }]) =>
    [...accounts].map(([email, stored]) => ({
      host,
      email,
      stored,
      baseUrl: `${scheme}://${host}${stored.basePath}`,
      tokenStorage: stored.tokenStorage ?? hosts.tokenStorage,
      active: host === hosts.currentHost && email === currentAccount,
    })),
  );
}

/** The context that commands run against. */
export function activeContext(hosts: Hosts): Context | undefined {
  return listContexts(hosts).find(({ active }) => active);
}
