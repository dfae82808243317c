import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SERVICE = 'connect-dify';
const ACCOUNT = 'sealing-key';
/** Never the kernel's keyring, which forgets everything when the machine restarts. */
const OPTIONS = { linux: { store: 'secret-service' } } as const;

/**
 * The key that sessions are sealed under: in the system's credential store, or, where none answers, in a file of its
 * own (mode 0600) beside them. `CONNECT_DIFY_NO_KEYRING=1` leaves the store out.
 */
export async function sealingKey(folder: string): Promise<Buffer> {
  return (await fromCredentialStore(folder)) ?? fromFile(folder);
}

async function fromCredentialStore(folder: string): Promise<Buffer | undefined> {
  if (process.env.CONNECT_DIFY_NO_KEYRING === '1') return undefined;
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    const entry = new AsyncEntry(SERVICE, `${ACCOUNT} ${folder}`, OPTIONS);
    const kept = await entry.getSecret();
    if (kept !== null && kept !== undefined) return Buffer.from(kept);
    const fresh = randomBytes(32);
    await entry.setSecret(fresh);
    const back = await entry.getSecret();
    return back !== null && back !== undefined && Buffer.from(back).equals(fresh) ? fresh : undefined;
  } catch {
    // No store on this machine, or nobody to unlock it.
    return undefined;
  }
}

function fromFile(folder: string): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'key');
  try {
    writeFileSync(path, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path);
}
