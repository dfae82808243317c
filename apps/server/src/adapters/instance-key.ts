import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one key is for; keys for different purposes have nothing in common, so a token of one kind is noise to another. */
type Purpose =
  | 'access-token'
  | 'csrf-token'
  | 'init-token'
  | 'short-code'
  | 'set-up-secret'
  | 'sealing'
  | 'gate-token'
  | 'webapp-login'
  | 'webapp-passport'
  | 'fingerprint';

/** The instance's key, kept apart from the database. */
export interface InstanceKey {
  derive(purpose: Purpose): Buffer;
  /** Tells two keys apart without telling either. */
  readonly fingerprint: string;
}

/** The configured key, else the one in the data folder, which is made at the first start (mode 0600). */
export function loadInstanceKey(configured: string | undefined, dataDir: string): InstanceKey {
  const secret = configured ?? readOrCreate(join(dataDir, 'secret.key'), dataDir);
  const derive = (purpose: Purpose): Buffer => Buffer.from(hkdfSync('sha256', secret, 'latchkey', purpose, 32));
  return { derive, fingerprint: createHash('sha256').update(derive('fingerprint')).digest('hex') };
}

function readOrCreate(path: string, dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    // Exclusive: of two processes that start at once, one makes the key and the other reads it.
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 32) throw new Error(`${path} does not hold a key; restore it or set LATCHKEY_SECRET_KEY`);
  return secret;
}
