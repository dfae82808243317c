import { rmSync } from 'node:fs';
import { withFileLock } from '@latchkey/sdk/node/file-lock';
import { readIfThere } from '../files/read-if-there.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { formatYaml, parseYaml } from '../files/yaml.ts';
import { parseHost } from '../sign-in/parse-host.ts';
import { activeContext, type Context } from './context.ts';
import type { Hosts, StoredAccount } from './hosts.ts';

const SCHEMA_VERSION = 1;

/** The one sign-in that difyctl 1.17 keeps, in `login.yml`. */
export interface LoginFile {
  /** Adds that sign-in to the contexts, as the active one where none is, unless it is among them. */
  adoptInto(hosts: Hosts): Promise<void>;
  /** Where there is such a file: makes it name the active context, or removes it with the last one. */
  follow(hosts: Hosts): Promise<void>;
}

export function loginFile(path: string): LoginFile {
  return {
    async adoptInto(hosts) {
      const source = readIfThere(path);
      if (source === undefined) return;
      const login = readLogin(await parseYaml(source, { path, isSecret: false }));
      if (login === undefined || hosts.byName.get(login.host)?.accounts.has(login.email)) return;
      const { host, scheme, email, stored } = login;
      const known = hosts.byName.get(host);
      known?.accounts.set(email, stored);
      if (!known) hosts.byName.set(host, { scheme, currentAccount: email, accounts: new Map([[email, stored]]) });
      hosts.currentHost ??= host;
    },
    async follow(hosts) {
      if (readIfThere(path) === undefined) return;
      const active = activeContext(hosts);
      const content = active && (await formatYaml(writeLogin(active)));
      await withFileLock(path, async () => {
        if (content === undefined) rmSync(path, { force: true });
        else if (content !== readIfThere(path)) writeAtomically(path, content);
      });
    },
  };
}

interface Login {
  readonly host: string;
  readonly scheme: 'http' | 'https';
  readonly email: string;
  readonly stored: StoredAccount;
}

/** `undefined` for what that release would not have written: it is not ours to complain about. */
function readLogin(content: unknown): Login | undefined {
  const { schema_version, server, email, account, workspace_id, token_storage, insecure } = record(content);
  if (schema_version !== SCHEMA_VERSION || typeof email !== 'string' || email === '') return undefined;
  if (typeof server !== 'string' || !URL.canParse(server)) return undefined;
  const { host, scheme, basePath } = parseHost(server, { insecure: true });
  const { id, name } = record(account);
  const stored: StoredAccount = {
    account: account === null ? { id: '', email: '', name: '' } : { id: text(id), email, name: text(name) },
    externalSubject: account === null ? { email, issuer: '' } : undefined,
    workspace: typeof workspace_id === 'string' ? { id: workspace_id, name: '', role: '' } : undefined,
    tokenStorage: token_storage === 'keychain' ? 'keychain' : 'file',
    basePath,
    insecure: (insecure === true && scheme === 'https') || undefined,
  };
  return { host, scheme, email, stored };
}

/** Exactly the members that release knows: it refuses any other. */
function writeLogin({ baseUrl, email, stored, tokenStorage }: Context): unknown {
  return {
    schema_version: SCHEMA_VERSION,
    server: baseUrl,
    email,
    account: stored.externalSubject === undefined ? stored.account : null,
    workspace_id: stored.workspace?.id ?? null,
    token_storage: tokenStorage,
    insecure: stored.insecure === true || baseUrl.startsWith('http:'),
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
