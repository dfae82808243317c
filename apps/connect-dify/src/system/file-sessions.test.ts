import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SavedSession } from '@latchkey/sdk/connect';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileSessions } from './file-sessions.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'connect-dify-'));
  process.env.CONNECT_DIFY_NO_KEYRING = '1';
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const aSession = (server: string): SavedSession => ({
  server,
  version: '1.14.2',
  email: 'ann@example.com',
  accountId: 'a',
  credentials: { kind: 'bearer', token: 'the secret of this session' },
});

test('sessions are kept by server, the one used last first', async () => {
  const sessions = fileSessions(folder);
  await sessions.save(aSession('https://one.example.com'));
  await sessions.save(aSession('https://two.example.com'));
  await sessions.save(aSession('https://one.example.com/'));

  expect((await sessions.load())?.server).toBe('https://one.example.com/');
  expect(await sessions.load('https://two.example.com/')).toEqual(aSession('https://two.example.com'));
  await sessions.remove('https://one.example.com');
  expect((await sessions.load())?.server).toBe('https://two.example.com');
});

test('the file is sealed, and only its owner may read it and its key', async () => {
  await fileSessions(folder).save(aSession('https://one.example.com'));

  expect(readFileSync(join(folder, 'sessions')).includes('secret')).toBe(false);
  for (const name of ['sessions', 'key']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test('a file that somebody changed, or whose key is gone, holds no session and is written anew', async () => {
  const sessions = fileSessions(folder);
  await sessions.save(aSession('https://one.example.com'));
  writeFileSync(join(folder, 'sessions'), 'garbage that is long enough to be read');

  expect(await sessions.load()).toBeUndefined();
  await sessions.save(aSession('https://two.example.com'));
  expect((await sessions.load())?.server).toBe('https://two.example.com');
});

test('ten programs that save at once lose nothing', async () => {
  const module = JSON.stringify(new URL('./file-sessions.ts', import.meta.url).href);
  const script = (n: number) =>
    `const { fileSessions } = await import(${module}); await fileSessions(${JSON.stringify(folder)}).save({ server: 'https://s${n}.example.com', version: '1.14.2', email: 'a@b.cc', accountId: 'a', credentials: { kind: 'bearer', token: 't' } });`;
  const run = promisify(execFile);

  await Promise.all(
    Array.from({ length: 10 }, (_, n) => run(process.execPath, ['--input-type=module', '--eval', script(n)])),
  );

  const sessions = fileSessions(folder);
  const found = await Promise.all(Array.from({ length: 10 }, (_, n) => sessions.load(`https://s${n}.example.com`)));
  expect(found.filter((session) => session !== undefined)).toHaveLength(10);
});

test('a lock that a dead program left behind is taken over', async () => {
  writeFileSync(join(folder, 'lock'), '999999999');

  await fileSessions(folder).save(aSession('https://one.example.com'));

  expect(await fileSessions(folder).load()).toBeDefined();
});
