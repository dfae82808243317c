import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCode } from './has-code.ts';
import { withFileLock } from './with-file-lock.ts';

/** One entry of the system's credential store. Every method rejects when the store is missing or locked. */
interface Entry {
  read(): Promise<Uint8Array | undefined>;
  write(secret: Uint8Array): Promise<void>;
}

/** Opens an entry of connect-dify by its account name. */
export type OpenEntry = (account: string) => Promise<Entry>;

const BYTES = 32;

/**
 * The key that the sessions of a folder are sealed under: in the system's credential store, or, where none answers, in
 * a file of its own (mode 0600) beside them. Made once, however many programs ask for it first.
 */
export function sealingKey(folder: string, openEntry: OpenEntry | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, 'key');
  return withFileLock(path, async () => (await keyInStore(folder, openEntry)) ?? keyInFile(path));
}

async function keyInStore(folder: string, openEntry: OpenEntry | undefined) {
  try {
    const entry = await openEntry?.(`sealing-key ${folder}`);
    if (entry === undefined) return undefined;
    const kept = await entry.read();
    if (kept !== undefined) return Uint8Array.from(kept);
    const fresh = Uint8Array.from(randomBytes(BYTES));
    await entry.write(fresh);
    const back = await entry.read();
    return back !== undefined && Buffer.from(back).equals(fresh) ? fresh : undefined;
  } catch {
    // No store on this machine, or nobody to unlock it.
    return undefined;
  }
}

function keyInFile(path: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(readFileSync(path));
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    const fresh = Uint8Array.from(randomBytes(BYTES));
    writeFileSync(path, fresh, { mode: 0o600, flush: true });
    return fresh;
  }
}
