import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import type { Clock } from '../shell.ts';
import { hasCode } from './has-code.ts';

/** Work under a lock takes milliseconds, so a lock this old was left behind. */
const STALE_AFTER_MS = 5_000;

/**
 * Runs `work` while no other process runs work on the same file. The lock is the original client's, `<file>.lock`. Waits
 * for a holder as long as it lives, and takes over from a dead one.
 */
export async function withFileLock<Result>(file: string, clock: Clock, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = `${file}.lock`;
  while (!take(lock)) {
    if (isStale(lock, clock)) breakLock(lock, clock);
    else await clock.sleep(5 + Math.random() * 20);
  }
  try {
    return await work();
  } finally {
    release(lock);
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid} ${hostname()}`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function release(lock: string): void {
  rmSync(lock, { force: true });
}

/** One process at a time looks again and removes, so that nobody removes the lock of a process that was quicker. */
function breakLock(lock: string, clock: Clock): void {
  const breaking = `${lock}.break`;
  if (!take(breaking)) {
    if (isStale(breaking, clock)) release(breaking);
    return;
  }
  try {
    if (isStale(lock, clock)) release(lock);
  } finally {
    release(breaking);
  }
}

function isStale(lock: string, clock: Clock): boolean {
  try {
    if (clock.now().getTime() - statSync(lock).mtimeMs > STALE_AFTER_MS) return true;
    const [pid = '', machine = ''] = readFileSync(lock, 'utf8').split(' ');
    return machine === hostname() && !isAlive(Number(pid));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}
