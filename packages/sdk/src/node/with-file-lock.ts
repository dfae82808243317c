import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { hasCode } from './has-code.ts';
import { readIfThere } from './read-if-there.ts';

/** A holder says so often that it lives. */
const SIGN_OF_LIFE_MS = 2_000;
const STALE_AFTER_MS = 5 * SIGN_OF_LIFE_MS;
/** A process of this machine that lives is slow or stopped, unless its number has gone to another one meanwhile. */
const STALE_ALTHOUGH_ALIVE_AFTER_MS = 60_000;

/** Throws when the lock has been taken over: what was read under it may be old. */
type AssertHeld = () => void;

/**
 * Runs `work` while nobody else, of this program or another, runs work on the same file. Waits for a holder as long as
 * it lives, and takes over from a dead one. The lock is `<file>.lock`.
 */
export async function withFileLock<Result>(
  file: string,
  work: (assertHeld: AssertHeld) => Promise<Result>,
): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = `${file}.lock`;
  const holder = `${process.pid} ${hostname()} ${process.hrtime.bigint()}`;
  while (!take(lock, holder)) {
    if (isStale(lock)) breakLock(lock, holder);
    else await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20));
  }
  const alive = setInterval(() => giveSignOfLife(lock), SIGN_OF_LIFE_MS);
  try {
    return await work(() => {
      if (readIfThere(lock) !== holder) throw new Error(`another process took over ${lock}`);
    });
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

/** Programs that do not say who they are, or run on another machine, are told from dead ones by their age alone. */
function isStale(lock: string): boolean {
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  if (since === undefined) return false;
  const age = Date.now() - since;
  const [pid = '', machine = ''] = readIfThere(lock)?.split(' ') ?? [];
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

function giveSignOfLife(lock: string): void {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}
