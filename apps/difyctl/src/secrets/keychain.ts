import { Failure } from '../failure.ts';
import type { SecretStore } from './secret-store.ts';

/** One entry of the system's credential store. Every method rejects when the store is missing or locked. */
export interface KeychainEntry {
  /** `undefined` when there is no such entry. */
  read(): Promise<string | undefined>;
  write(secret: string): Promise<void>;
  remove(): Promise<void>;
}

/** Opens an entry of the service `difyctl` by its account name. */
export type OpenEntry = (account: string) => Promise<KeychainEntry>;

/** Tokens as the original client keeps them: account `tokens.<host>.<email>`, the token as a JSON string. */
export function keychainSecrets(open: OpenEntry): SecretStore {
  const entry = (host: string, email: string) => open(`tokens.${host}.${email}`);
  return {
    read: (host, email) => reach(async () => unquote(await (await entry(host, email)).read())),
    write: (host, email, token) => reach(async () => (await entry(host, email)).write(JSON.stringify(token))),
    remove: (host, email) => reach(async () => (await entry(host, email)).remove()),
  };
}

const PROBE_ACCOUNT = 'tokens.__difyctl_probe__.__difyctl_probe__';
const PROBE_SECRET = 'probe-v1';

/** Whether the credential store keeps what it is given. */
export async function keepsSecrets(open: OpenEntry): Promise<boolean> {
  try {
    const entry = await open(PROBE_ACCOUNT);
    await entry.write(PROBE_SECRET);
    const kept = await entry.read();
    await entry.remove();
    return kept === PROBE_SECRET;
  } catch {
    return false;
  }
}

async function reach<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new Failure('keyring_unavailable', 'OS keychain is unreachable', {
      hint: "unlock it and try again, or run 'difyctl auth login' to keep the token in a file",
      cause,
    });
  }
}

function unquote(secret: string | undefined): string | undefined {
  if (secret === undefined || !secret.startsWith('"')) return secret;
  const token: unknown = JSON.parse(secret);
  return typeof token === 'string' ? token : undefined;
}
