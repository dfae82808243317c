import { Failure } from '../failure.ts';
import type { KeychainState, SecretStore } from './secret-store.ts';

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

/** Whether the credential store keeps what it is given, and if not, why. */
export async function probeKeychain(open: OpenEntry): Promise<KeychainState> {
  try {
    const entry = await open(PROBE_ACCOUNT);
    await entry.write(PROBE_SECRET);
    const kept = await entry.read();
    await entry.remove();
    return kept === PROBE_SECRET ? 'open' : 'missing';
  } catch (error) {
    return isLocked(error) ? 'locked' : 'missing';
  }
}

/** As the Secret Service, macOS and Windows put it. */
function isLocked(error: unknown): boolean {
  return /\block(ed)?\b|prompt was dismissed|interaction is not allowed|-25308|user canceled/i.test(String(error));
}

async function reach<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (isLocked(cause)) {
      throw new Failure('keyring_unavailable', 'OS keychain is locked', { hint: 'unlock it and try again', cause });
    }
    throw new Failure('keyring_unavailable', 'OS keychain is unreachable', {
      hint: "start it and try again, or run 'difyctl auth login' to keep the token in a sealed file",
      cause,
    });
  }
}

function unquote(secret: string | undefined): string | undefined {
  if (secret === undefined || !secret.startsWith('"')) return secret;
  const token: unknown = JSON.parse(secret);
  return typeof token === 'string' ? token : undefined;
}
