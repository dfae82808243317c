import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../shell.ts';
import { realClock } from '../system/real-clock.ts';
import { withFileLock } from './with-file-lock.ts';

/** No process has this id: it lies beyond what Linux, macOS and Windows give out. */
const NOBODY = 2 ** 30;

let file: string;
let lock: string;
let waits: number;
/** Real time, but who waits for the lock finds it released. */
let clock: Clock;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'difyctl-'));
  file = join(folder, 'hosts.yml');
  lock = `${file}.lock`;
  waits = 0;
  clock = {
    ...realClock,
    sleep: async () => {
      waits += 1;
      rmSync(lock, { force: true });
    },
  };
  return () => rmSync(folder, { recursive: true });
});

const work = () => withFileLock(file, clock, async () => existsSync(lock));

describe('a file lock', () => {
  test('is held while the work runs and gone afterwards', async () => {
    expect(await work()).toBe(true);
    expect(existsSync(lock)).toBe(false);
  });

  test('is released when the work fails', async () => {
    await expect(withFileLock(file, clock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });

  test.each([
    ['a process that lives', `${process.pid} ${hostname()}`],
    ['another machine', `${NOBODY} elsewhere`],
    ['a client that does not say who it is', ''],
  ])('of %s is waited for', async (_, holder) => {
    writeFileSync(lock, holder);
    expect(await work()).toBe(true);
    expect(waits).toBe(1);
  });

  test('of a dead process is taken over at once', async () => {
    writeFileSync(lock, `${NOBODY} ${hostname()}`);
    expect(await work()).toBe(true);
    expect(waits).toBe(0);
  });

  test('of a process that lives is waited for even when it is slow, and is not its to release any more after a minute', async () => {
    const halfAMinuteAgo = new Date(Date.now() - 30_000);
    writeFileSync(lock, `${process.pid} ${hostname()}`);
    utimesSync(lock, halfAMinuteAgo, halfAMinuteAgo);
    expect(await work()).toBe(true);
    expect(waits).toBe(1);
    await withFileLock(file, clock, async (assertHeld) => {
      writeFileSync(lock, 'somebody else');
      expect(assertHeld).toThrow('took over');
    });
    expect(existsSync(lock)).toBe(true);
  });

  test('that was left behind is taken over at once, also when somebody died while doing so', async () => {
    const longAgo = new Date(Date.now() - 60_000);
    for (const left of [lock, `${lock}.break`]) {
      writeFileSync(left, '');
      utimesSync(left, longAgo, longAgo);
    }
    expect(await work()).toBe(true);
    expect(waits).toBe(0);
  });
});
