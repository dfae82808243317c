import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { hasCode } from './has-code.ts';
import { readIfThere } from './read-if-there.ts';

/** A holder says so often that it lives. */
const SIGN_OF_LIFE_MS = 2_000;
const STALE_AFTER_MS = 5 * SIGN_OF_LIFE_MS;

/**
 * Runs `work` while nobody else, of this program or another, runs work on the same file. Waits for a holder as long as
 * it lives, and takes over from a dead one.
 */
export async function withFileLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = `${file}.lock`;
  const holder = `${process.pid} ${hostname()} ${randomBytes(4).toString('hex')}`;
  while (!take(lock, holder)) {
    if (isStale(lock)) breakLock(lock, holder);
    else await setTimeout(5 + Math.random() * 20);
  }
  const alive = setInterval(() => giveSignOfLife(lock), SIGN_OF_LIFE_MS);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    // A machine that slept may wake up to find that another has taken over.
    if (readIfThere(lock) === holder) rmSync(lock, { force: true });
  }
}

function take(lock: string, holder: string): boolean {
  try {
    writeFileSync(lock, holder, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** One program at a time looks again and removes, so that nobody removes the lock of one that was quicker. */
function breakLock(lock: string, holder: string): void {
  const breaking = `${lock}.break`;
  if (!take(breaking, holder)) {
    if (isStale(breaking)) rmSync(breaking, { force: true });
    return;
  }
  try {
    if (isStale(lock)) rmSync(lock, { force: true });
  } finally {
    rmSync(breaking, { force: true });
  }
}

function isStale(lock: string): boolean {
  try {
    if (Date.now() - statSync(lock).mtimeMs > STALE_AFTER_MS) return true;
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

function giveSignOfLife(lock: string): void {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}
