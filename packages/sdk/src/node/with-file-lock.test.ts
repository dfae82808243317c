import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { withFileLock } from './with-file-lock.ts';

/** No process has this id: it lies beyond what Linux, macOS and Windows give out. */
const NOBODY = 2 ** 30;

let file: string;
let lock: string;
let ran: boolean;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'file-lock-'));
  file = join(folder, 'hosts.yml');
  lock = `${file}.lock`;
  ran = false;
  return () => rmSync(folder, { recursive: true });
});

/** Runs at once when nobody holds the lock, or takes it over at once; else when it has gone. */
const work = () =>
  withFileLock(file, async () => {
    ran = true;
    return existsSync(lock);
  });

function leave(path: string, holder: string, { secondsAgo }: { readonly secondsAgo: number }): void {
  writeFileSync(path, holder);
  const then = new Date(Date.now() - secondsAgo * 1000);
  utimesSync(path, then, then);
}

describe('a file lock', () => {
  test('is held while the work runs and gone afterwards', async () => {
    expect(await work()).toBe(true);
    expect(existsSync(lock)).toBe(false);
  });

  test('is released when the work fails', async () => {
    await expect(withFileLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });

  test.each([
    ['a process that lives', `${process.pid} ${hostname()}`, 0],
    ['a process that lives but is slow', `${process.pid} ${hostname()}`, 30],
    ['another machine', `${NOBODY} elsewhere`, 0],
    ['a client that does not say who it is', '', 0],
  ])('of %s is waited for', async (_, holder, secondsAgo) => {
    leave(lock, holder, { secondsAgo });
    const working = work();
    expect(ran).toBe(false);
    rmSync(lock);
    expect(await working).toBe(true);
  });

  test.each([
    ['a dead process', `${NOBODY} ${hostname()}`, 0],
    ['a number that has gone to another process', `${process.pid} ${hostname()}`, 61],
    ['another machine that gives no sign of life', `${NOBODY} elsewhere`, 11],
    ['nobody knows whom', '', 11],
  ])('of %s is taken over at once', async (_, holder, secondsAgo) => {
    leave(lock, holder, { secondsAgo });
    const working = work();
    expect(ran).toBe(true);
    expect(await working).toBe(true);
  });

  test('is taken over also when somebody died while doing so', async () => {
    for (const left of [lock, `${lock}.break`]) leave(left, '', { secondsAgo: 60 });
    expect(await work()).toBe(true);
  });

  test('that was taken over is not its old holder’s to write under, nor to release', async () => {
    await withFileLock(file, async (assertHeld) => {
      assertHeld();
      writeFileSync(lock, 'somebody else');
      expect(assertHeld).toThrow('took over');
    });
    expect(readFileSync(lock, 'utf8')).toBe('somebody else');
  });
});
