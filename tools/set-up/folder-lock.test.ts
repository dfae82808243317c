import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inHouse } from '../house.ts';
import { withFolderLock } from './folder-lock.mjs';

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-lock-'));
  lock = join(folder, 'lock');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('lets one process in at a time', async () => {
  const count = join(folder, 'count');
  writeFileSync(count, '0');
  const program = `
    import { readFileSync, writeFileSync } from 'node:fs';
    import { setTimeout } from 'node:timers/promises';
    import { withFolderLock } from ${JSON.stringify(inHouse('tools/set-up/folder-lock.mjs'))};
    for (let round = 0; round < 3; round += 1) {
      await withFolderLock(${JSON.stringify(lock)}, () => {}, async () => {
        const before = Number(readFileSync(${JSON.stringify(count)}, 'utf8'));
        await setTimeout(20);
        writeFileSync(${JSON.stringify(count)}, String(before + 1));
      });
    }`;
  const processes = Array.from({ length: 3 }, () =>
    spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' }),
  );

  const ends = await Promise.all(processes.map((child) => once(child, 'exit')));

  expect(ends).toEqual(processes.map(() => [0, null]));
  expect(readFileSync(count, 'utf8')).toBe('9');
});

test('takes over from a process that was killed', async () => {
  const holder = spawn(process.execPath, ['--eval', '']);
  await once(holder, 'exit');
  writeFileSync(lock, String(holder.pid));

  await expect(withFolderLock(lock, refuseToWait, async () => 'done')).resolves.toBe('done');
});

test('takes over a lock that nobody has touched for long, though its process id is in use again', async () => {
  writeFileSync(lock, String(process.ppid));
  const aMinuteAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, aMinuteAgo, aMinuteAgo);

  await expect(withFolderLock(lock, refuseToWait, async () => 'done')).resolves.toBe('done');
});

test('says once for whom it waits', async () => {
  writeFileSync(lock, String(process.ppid));
  const waitedFor: number[] = [];

  await withFolderLock(
    lock,
    (pid) => {
      waitedFor.push(pid);
      rmSync(lock);
    },
    async () => {},
  );

  expect(waitedFor).toEqual([process.ppid]);
});

test('opens again when the work fails', async () => {
  const work = withFolderLock(lock, refuseToWait, async () => {
    throw new Error('no space left');
  });

  await expect(work).rejects.toThrow('no space left');
  expect(existsSync(lock)).toBe(false);
});

function refuseToWait(pid: number): void {
  throw new Error(`waits for ${pid}`);
}
