import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasCode } from '../files/has-code.ts';
import { KEY_BYTES } from './seal.ts';

/** The key, `undefined` when there is none. @throws Error when it is damaged or cannot be read. */
export function readKey(path: string): Uint8Array | undefined {
  const key = decodeIfThere(path);
  if (key === undefined || key.length === KEY_BYTES) return key;
  throw new Error(`the key ${path} is damaged`);
}

function decodeIfThere(path: string): Uint8Array | undefined {
  try {
    return Buffer.from(readFileSync(path, 'utf8'), 'base64');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** The key, which is made when there is none. Of two processes that make one at once, both get the same. */
export function readOrMakeKey(path: string): Uint8Array {
  return readKey(path) ?? makeKey(path);
}

function makeKey(path: string): Uint8Array {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const whole = `${path}.tmp.${process.pid}`;
  const key = randomBytes(KEY_BYTES);
  writeFileSync(whole, `${key.toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(whole, path); // Unlike a rename, refuses to replace the key of a process that was quicker.
    return key;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    return readKey(path) ?? key;
  } finally {
    rmSync(whole, { force: true });
  }
}
