import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type SavedSession, sameServer } from '@latchkey/sdk/connect';
import type { SessionStore } from '../shell.ts';
import { sealingKey } from './sealed-key.ts';

/** Work under the lock takes seconds at most, so a lock this old was left behind. */
const STALE_AFTER_MS = 60_000;

/** Sessions in one file, sealed (AES-256-GCM); the one that was used last comes first. */
export function fileSessions(folder: string): SessionStore {
  const path = join(folder, 'sessions');
  const lock = join(folder, 'lock');

  async function read(): Promise<readonly SavedSession[]> {
    const sealed = readIfThere(path);
    if (sealed === undefined) return [];
    try {
      const decipher = createDecipheriv('aes-256-gcm', await sealingKey(folder), sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(12, 28));
      return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8'));
    } catch {
      // Sealed under a key that is gone: nobody can open it any more, and signing in anew is all it costs.
      return [];
    }
  }

  async function write(sessions: readonly SavedSession[]): Promise<void> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', await sealingKey(folder), nonce);
    const text = Buffer.concat([cipher.update(JSON.stringify(sessions), 'utf8'), cipher.final()]);
    const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
    writeFileSync(temporary, Buffer.concat([nonce, cipher.getAuthTag(), text]), { mode: 0o600, flush: true });
    renameSync(temporary, path);
  }

  const others = (sessions: readonly SavedSession[], server: string) =>
    sessions.filter((session) => !sameServer(session.server, server));

  let isHeld = false;
  /** Inside of work that holds the lock it is held already. */
  async function exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (isHeld) return work();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    while (!take(lock)) await setTimeout(10 + Math.random() * 20);
    isHeld = true;
    try {
      return await work();
    } finally {
      isHeld = false;
      rmSync(lock, { force: true });
    }
  }

  return {
    async load(server) {
      const sessions = await read();
      return server === undefined ? sessions[0] : sessions.find((session) => sameServer(session.server, server));
    },
    save: (session) => exclusively(async () => write([session, ...others(await read(), session.server)])),
    remove: (server) => exclusively(async () => write(others(await read(), server))),
    exclusively,
  };
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (isStale(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isStale(lock: string): boolean {
  try {
    if (Date.now() - statSync(lock).mtimeMs > STALE_AFTER_MS) return true;
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
