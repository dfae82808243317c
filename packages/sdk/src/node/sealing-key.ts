import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { ConnectError } from '../connect/index.ts';
import { hasCode } from './has-code.ts';
import { withFileLock } from './with-file-lock.ts';

/** One entry of the system's credential store. Every method rejects when the store is missing or locked. */
interface Entry {
  read(): Promise<Uint8Array | undefined>;
  write(secret: Uint8Array): Promise<void>;
}

/** Opens an entry of connect-dify by its account name. */
export type OpenEntry = (account: string) => Promise<Entry>;

type Key = Uint8Array<ArrayBuffer>;

const BYTES = 32;
const LOCKED = "The system's keyring is locked. Unlock it, or leave it out by CONNECT_DIFY_NO_KEYRING=1.";

/**
 * The key that sessions are sealed under: in the system's credential store, or, where none answers, in a file (mode
 * 0600). Made once, however many programs ask for it first. A file that is there counts: whoever has no credential
 * store at one time, as over ssh, and has one at another, goes on with one key.
 *
 * @throws {ConnectError} `keyring_locked`
 */
export function sealingKey(file: string, openEntry: OpenEntry | undefined): Promise<Key> {
  return withFileLock(file, async () => readKey(file) ?? (await keyInStore(file, openEntry)) ?? makeKey(file));
}

async function keyInStore(file: string, openEntry: OpenEntry | undefined): Promise<Key | undefined> {
  try {
    const entry = await openEntry?.(`sealing-key ${file}`);
    if (entry === undefined) return undefined;
    const kept = await entry.read();
    if (kept !== undefined) return Uint8Array.from(kept);
    const fresh = Uint8Array.from(randomBytes(BYTES));
    await entry.write(fresh);
    const back = await entry.read();
    return back !== undefined && Buffer.from(back).equals(fresh) ? fresh : undefined;
  } catch (cause) {
    // What is sealed stays readable once it is unlocked; another key would lose it.
    if (isLocked(cause)) throw new ConnectError('keyring_locked', LOCKED, { cause });
    return undefined;
  }
}

/** As the Secret Service, macOS and Windows put it. */
function isLocked(error: unknown): boolean {
  return /\block(ed)?\b|prompt was dismissed|interaction is not allowed|-25308|user canceled/i.test(String(error));
}

function readKey(file: string): Key | undefined {
  try {
    const kept = Uint8Array.from(readFileSync(file));
    // A shorter one was cut off while it was written, and has sealed nothing.
    return kept.length === BYTES ? kept : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function makeKey(file: string): Key {
  const fresh = Uint8Array.from(randomBytes(BYTES));
  writeFileSync(file, fresh, { mode: 0o600, flush: true });
  return fresh;
}
