import { Failure } from '../failure.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import { readTokens, type Tokens, writeTokens } from './tokens.ts';

interface Place {
  /** The sealed file. */
  readonly path: string;
  /** What it is sealed with; elsewhere, so that a copy of one folder tells nothing. */
  readonly keyPath: string;
}

/**
 * Opens sealed tokens; no tokens where there is no file.
 *
 * @throws {Failure} `keyring_unavailable` without the key
 */
export async function openSealedTokens({ path, keyPath }: Place): Promise<Tokens> {
  const sealed = readIfThere(path);
  if (sealed === undefined) return new Map();
  const { unseal } = await import('./seal.ts');
  const { readKey } = await import('./key-file.ts');
  try {
    const key = readKey(keyPath);
    if (key === undefined) throw new Error(`their key ${keyPath} is missing`);
    return readTokens(JSON.parse(unseal(sealed, key)));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure('keyring_unavailable', `the tokens in ${path} cannot be opened: ${why}`, {
      hint: `bring their key back to ${keyPath}, name it in DIFYCTL_KEY_FILE, or remove ${path} and sign in again`,
      cause,
    });
  }
}

/** Replaces the sealed tokens in one step. Makes a key when there is none. */
export async function sealTokens(tokens: Tokens, { path, keyPath }: Place): Promise<void> {
  const { seal } = await import('./seal.ts');
  const key = await keyAt(keyPath);
  writeAtomically(path, seal(JSON.stringify(writeTokens(tokens)), key));
}

async function keyAt(path: string): Promise<Uint8Array> {
  const { readOrMakeKey } = await import('./key-file.ts');
  try {
    return readOrMakeKey(path);
  } catch (cause) {
    throw new Failure('client_error', `cannot use the key that seals tokens: ${String(cause)}`, {
      hint: 'name a file that you may write in DIFYCTL_KEY_FILE',
      cause,
    });
  }
}
