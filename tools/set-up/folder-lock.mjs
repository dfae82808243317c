import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';

const BEAT_MS = 2_000;
const DEAD_AFTER_MS = 30_000;

/**
 * Runs `work` while no other process runs work under the same lock file; calls `onWait` once with the holder's process
 * id when it has to wait. A lock whose holder has died, or has not touched it for 30 seconds, is taken over.
 *
 * @template T
 * @param {string} file
 * @param {(pid: number) => void} onWait
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withFolderLock(file, onWait, work) {
  await acquire(file, onWait);
  const beat = setInterval(() => touch(file), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(file, { force: true });
  }
}

/**
 * @param {string} file
 * @param {(pid: number) => void} onWait
 */
async function acquire(file, onWait) {
  let waited = false;
  while (!(await take(file))) {
    const holder = readHolder(file);
    if (holder === undefined) continue;
    if (isDead(holder)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!waited) onWait(holder.pid);
    waited = true;
    await pause(200);
  }
}

/** @param {string} file */
async function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
  // Two processes that found the same dead lock may each have removed "it": the later file is the one that stands.
  await pause(50);
  return readHolder(file)?.pid === process.pid;
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch (error) {
    // Taken over, because this machine slept: the work goes on, and is checked when it is next needed.
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/** @param {string} file */
function readHolder(file) {
  try {
    return { pid: Number(readFileSync(file, 'utf8')), touchedAt: statSync(file).mtimeMs };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** @param {{ pid: number, touchedAt: number }} holder */
function isDead({ pid, touchedAt }) {
  if (Date.now() - touchedAt > DEAD_AFTER_MS) return true;
  try {
    // A file that is still empty reads as 0, our own process group: its holder counts as alive.
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
