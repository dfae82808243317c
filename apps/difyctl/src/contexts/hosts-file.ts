import { WrongShape } from '../files/wrong-shape.ts';
import { type Host, type Hosts, noHosts, type StoredAccount } from './hosts.ts';

/**
 * Reads the parsed `hosts.yml` of this or the original client. Unknown members are passed over.
 *
 * @throws {WrongShape}
 */
export function readHosts(content: unknown): Hosts {
  if (content === null || content === undefined) return noHosts();
  const file = record(content, 'the file');
  const hosts = Object.entries(record(file.hosts ?? {}, 'hosts'));
  return {
    tokenStorage: storage(file.token_storage, 'token_storage') ?? 'file',
    currentHost: text(file.current_host, 'current_host'),
    byName: new Map(hosts.map(([name, host]) => [name, readHost(host, `hosts.${name}`)])),
  };
}

/** What to write: the members the original client knows, in its order, and behind them our own. */
export function writeHosts({ tokenStorage, currentHost, byName }: Hosts): unknown {
  return {
    token_storage: tokenStorage,
    current_host: currentHost,
    hosts: Object.fromEntries([...byName].map(([name, host]) => [name, writeHost(host)])),
  };
}

function readHost(value: unknown, where: string): Host {
  const host = record(value, where);
  const accounts = Object.entries(record(host.accounts ?? {}, `${where}.accounts`));
  return {
    scheme: text(host.scheme, `${where}.scheme`) === 'http' ? 'http' : 'https',
    currentAccount: text(host.current_account, `${where}.current_account`),
    accounts: new Map(accounts.map(([email, stored]) => [email, readAccount(stored, `${where}.accounts.${email}`)])),
  };
}

function writeHost({ scheme, currentAccount, accounts }: Host): unknown {
  return {
    scheme: scheme === 'https' ? undefined : scheme,
    current_account: currentAccount,
    accounts: Object.fromEntries([...accounts].map(([email, stored]) => [email, writeAccount(stored)])),
  };
}

function readAccount(value: unknown, where: string): StoredAccount {
  const stored = record(value, where);
  return {
    account: strings(stored.account, `${where}.account`, 'id', 'email', 'name'),
    workspace: optional(stored.workspace, (it) => strings(it, `${where}.workspace`, 'id', 'name', 'role')),
    tokenId: text(stored.token_id, `${where}.token_id`),
    externalSubject: optional(stored.external_subject, (it) =>
      strings(it, `${where}.external_subject`, 'email', 'issuer'),
    ),
    tokenStorage: storage(stored.token_storage, `${where}.token_storage`),
    basePath: text(stored.base_path, `${where}.base_path`) ?? '',
    insecure: stored.insecure === true ? true : undefined,
    expiresAt: text(stored.expires_at, `${where}.expires_at`),
  };
}

function writeAccount(stored: StoredAccount): unknown {
  return {
    account: stored.account,
    workspace: stored.workspace,
    token_id: stored.tokenId,
    external_subject: stored.externalSubject,
    token_storage: stored.tokenStorage,
    base_path: stored.basePath === '' ? undefined : stored.basePath,
    insecure: stored.insecure,
    expires_at: stored.expiresAt,
  };
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new WrongShape(`${where} must be a mapping`);
  }
  return value as Record<string, unknown>;
}

function text(value: unknown, where: string): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'string') throw new WrongShape(`${where} must be text`);
  return value;
}

function storage(value: unknown, where: string): 'keychain' | 'file' | undefined {
  if (value === null || value === undefined || value === 'keychain' || value === 'file') return value ?? undefined;
  throw new WrongShape(`${where} must be keychain or file`);
}

/** The named members as text; a missing one reads as empty. */
function strings<Name extends string>(value: unknown, where: string, ...names: Name[]): Record<Name, string> {
  const found = record(value, where);
  const entries = names.map((name) => [name, text(found[name], `${where}.${name}`) ?? '']);
  return Object.fromEntries(entries) as Record<Name, string>;
}

function optional<Value>(value: unknown, read: (value: unknown) => Value): Value | undefined {
  return value === null || value === undefined ? undefined : read(value);
}
