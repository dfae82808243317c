import { type Context, listContexts } from './context.ts';
import type { Hosts, StoredAccount, StoredWorkspace } from './hosts.ts';

export interface SignedIn {
  readonly host: string;
  readonly scheme: 'http' | 'https';
  readonly email: string;
  readonly stored: StoredAccount;
}

/**
 * Stores a sign-in as the active context and returns the contexts it took the place of: of the same account, also under
 * an earlier mail address.
 */
export function addContext(hosts: Hosts, { host, scheme, email, stored }: SignedIn): readonly Context[] {
  const replaced = listContexts(hosts).filter(
    (known) => known.host === host && (known.email === email || isSameAccount(known.stored, stored)),
  );
  keepTokensFindable(hosts);
  const entry = hosts.byName.get(host) ?? { scheme, accounts: new Map() };
  for (const known of replaced) if (known.email !== email) entry.accounts.delete(known.email);
  entry.accounts.set(email, stored);
  hosts.byName.set(host, { ...entry, scheme, currentAccount: email });
  hosts.currentHost = host;
  hosts.tokenStorage = stored.tokenStorage ?? hosts.tokenStorage;
  return replaced;
}

/** Forgets a context. When it was the active one, another takes over: one of the same host if there is one. */
export function removeContext(hosts: Hosts, { host, email }: Pick<Context, 'host' | 'email'>): void {
  const entry = hosts.byName.get(host);
  if (entry === undefined) return;
  entry.accounts.delete(email);
  if (entry.currentAccount === email) entry.currentAccount = first(entry.accounts);
  if (entry.accounts.size > 0) return;
  hosts.byName.delete(host);
  if (hosts.currentHost !== host) return;
  hosts.currentHost = undefined;
  const next = first(hosts.byName);
  if (next !== undefined) useHost(hosts, next);
}

/** Makes a stored host the current one, with its first account where none is current. */
export function useHost(hosts: Hosts, host: string): void {
  const entry = hosts.byName.get(host);
  if (entry === undefined) return;
  hosts.currentHost = host;
  entry.currentAccount ??= first(entry.accounts);
}

/** Makes a stored account the current one of its host. */
export function useAccount(hosts: Hosts, { host, email }: Pick<Context, 'host' | 'email'>): void {
  const entry = hosts.byName.get(host);
  if (entry?.accounts.has(email)) entry.currentAccount = email;
}

export function setWorkspace(
  hosts: Hosts,
  { host, email }: Pick<Context, 'host' | 'email'>,
  workspace: StoredWorkspace,
): void {
  const accounts = hosts.byName.get(host)?.accounts;
  const stored = accounts?.get(email);
  if (stored !== undefined) accounts?.set(email, { ...stored, workspace });
}

/** The original client knows one place for all tokens, which the next sign-in may move: note the place of each. */
function keepTokensFindable(hosts: Hosts): void {
  for (const { accounts } of hosts.byName.values()) {
    for (const [email, stored] of accounts) {
      accounts.set(email, { ...stored, tokenStorage: stored.tokenStorage ?? hosts.tokenStorage });
    }
  }
}

function isSameAccount(a: StoredAccount, b: StoredAccount): boolean {
  return a.account.id !== '' && a.account.id === b.account.id;
}

function first<Key>(map: ReadonlyMap<Key, unknown>): Key | undefined {
  return map.keys().next().value;
}
