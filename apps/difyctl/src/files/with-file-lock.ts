import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import type { Clock } from '../shell.ts';
import { hasCode } from './has-code.ts';

/** Work under a lock takes milliseconds, so a lock this old was left behind, by whomever. */
const STALE_AFTER_MS = 5_000;
/** A holder that lives is slow or stopped, unless its number has gone to another process meanwhile. */
const STALE_ALTHOUGH_ALIVE_AFTER_MS = 60_000;

/** Throws when the lock has been taken over: what was read under it may be old. */
type AssertHeld = () => void;

/**
 * Runs `work` while no other process runs work on the same file. The lock is the original client's, `<file>.lock`. Waits
 * for a holder as long as it lives, and takes over from a dead one.
 */
export async function withFileLock<Result>(
  file: string,
  clock: Clock,
  work: (assertHeld: AssertHeld) => Promise<Result>,
): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = `${file}.lock`;
  const holder = `${process.pid} ${hostname()} ${process.hrtime.bigint()}`;
  while (!take(lock, holder)) {
    if (isStale(lock, clock)) breakLock(lock, clock);
    else await clock.sleep(5 + Math.random() * 20);
  }
  try {
    return await work(() => {
      if (holderOf(lock) !== holder) throw new Error(`another process took over ${lock}`);
    });
  } finally {
    if (holderOf(lock) === holder) release(lock);
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

function holderOf(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function release(lock: string): void {
  rmSync(lock, { force: true });
}

/** One process at a time looks again and removes, so that nobody removes the lock of a process that was quicker. */
function breakLock(lock: string, clock: Clock): void {
  const breaking = `${lock}.break`;
  if (!take(breaking, `${process.pid} ${hostname()}`)) {
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
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  const [pid = '', machine = ''] = holderOf(lock)?.split(' ') ?? [];
  if (since === undefined) return false;
  const age = clock.now().getTime() - since;
  if (machine !== hostname()) return age > STALE_AFTER_MS;
  return age > STALE_ALTHOUGH_ALIVE_AFTER_MS || !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}
