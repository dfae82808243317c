import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ConnectError,
  canonicalServer,
  openSession,
  type SavedSession,
  type SessionStore,
  sealSession,
} from '../connect/index.ts';
import { hasCode } from './has-code.ts';
import { readIfThere } from './read-if-there.ts';
import { withFileLock } from './with-file-lock.ts';

const ENDING = '.session';

/** Sessions in a folder, one sealed file for each server; the file that was written last is the session used last. */
export function fileSessions(folder: string, key: () => Promise<Uint8Array<ArrayBuffer>>): SessionStore {
  const pathFor = (server: string) => join(folder, fileName(server));

  async function read(path: string): Promise<SavedSession | undefined> {
    const sealed = readIfThere(path);
    return sealed === undefined ? undefined : openIfPossible(sealed, await key());
  }

  async function write(path: string, session: SavedSession): Promise<void> {
    const sealed = await sealSession(session, await key());
    const temporary = `${path}.${randomBytes(4).toString('hex')}`;
    writeFileSync(temporary, sealed, { mode: 0o600, flush: true });
    renameSync(temporary, path);
  }

  return {
    async load(server) {
      const path = server === undefined ? newest(folder) : pathFor(server);
      return path === undefined ? undefined : read(path);
    },
    update(server, change) {
      const path = pathFor(server);
      return withFileLock(path, async () => {
        const changed = await change(await read(path));
        if (changed === undefined) rmSync(path, { force: true });
        else await write(path, changed);
        return changed;
      });
    },
  };
}

/** One name for every spelling of an address that leads to the same server. */
function fileName(server: string): string {
  return `${createHash('sha256').update(canonicalServer(server)).digest('hex').slice(0, 32)}${ENDING}`;
}

/** Under a key that is gone nobody opens it any more; signing in anew is all that costs. */
async function openIfPossible(sealed: string, key: Uint8Array<ArrayBuffer>): Promise<SavedSession | undefined> {
  try {
    return await openSession(sealed, key);
  } catch (error) {
    if (error instanceof ConnectError && error.code === 'seal_broken') return undefined;
    throw error;
  }
}

function newest(folder: string): string | undefined {
  const times = sessionFiles(folder).flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined ? [] : [{ path, time: stat.mtimeMs }];
  });
  return times.sort((one, other) => other.time - one.time)[0]?.path;
}

function sessionFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ENDING))
      .map((name) => join(folder, name));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
