import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SavedSession, SessionStore } from '@latchkey/sdk/connect';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileSessions } from './file-sessions.ts';
import { sealingKey } from './sealing-key.ts';

let folder: string;
let sessions: SessionStore;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'connect-dify-')), 'kept');
  sessions = fileSessions(folder, () => sealingKey(folder, undefined));
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const aSession = (server: string, token = 'the secret of this session'): SavedSession => ({
  server,
  version: '1.9.1',
  email: 'ann@example.com',
  accountId: 'a',
  credentials: { kind: 'bearer', token, refresh: undefined },
});

const keep = (server: string, token?: string) => sessions.update(server, async () => aSession(server, token));
const files = () => readdirSync(folder).filter((name) => name.endsWith('.session'));

describe('sessions in files', () => {
  test('are none where nothing was kept', async () => {
    expect(await sessions.load()).toBeUndefined();
    expect(await sessions.load('https://one.example.com')).toBeUndefined();
  });

  test('are kept by server, however its address is spelled, the one used last first', async () => {
    await keep('https://one.example.com');
    await keep('https://two.example.com');
    await keep('https://ONE.example.com/');

    expect(files()).toHaveLength(2);
    expect((await sessions.load())?.server).toBe('https://ONE.example.com/');
    expect(await sessions.load('https://two.example.com/')).toEqual(aSession('https://two.example.com'));
    await sessions.update('https://one.example.com', async () => undefined);
    expect((await sessions.load())?.server).toBe('https://two.example.com');
  });

  test('are sealed, and only their owner may read them and their key', async () => {
    await keep('https://one.example.com');

    const [file = ''] = files();
    expect(Buffer.from(readFileSync(join(folder, file), 'utf8'), 'base64').includes('secret')).toBe(false);
    for (const name of [file, 'key']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('that somebody changed, or whose key is gone, are none, and are written anew', async () => {
    await keep('https://one.example.com');
    const [file = ''] = files();
    writeFileSync(join(folder, file), 'garbage that is long enough to be read');
    expect(await sessions.load()).toBeUndefined();

    await keep('https://one.example.com');
    rmSync(join(folder, 'key'));
    expect(await sessions.load()).toBeUndefined();

    await keep('https://one.example.com');
    expect((await sessions.load())?.server).toBe('https://one.example.com');
  });

  test('leave nothing beside themselves and their key', async () => {
    await Promise.all([keep('https://one.example.com'), keep('https://one.example.com')]);

    expect(readdirSync(folder).sort()).toEqual([...files(), 'key']);
  });

  test('of one server are changed one after the other, by one program or many', async () => {
    await keep('https://one.example.com', '0');
    const modules = ['./file-sessions.ts', './sealing-key.ts'].map((name) => new URL(name, import.meta.url).href);
    const script = `
      const [{ fileSessions }, { sealingKey }] = await Promise.all(${JSON.stringify(modules)}.map((url) => import(url)));
      const folder = ${JSON.stringify(folder)};
      const sessions = fileSessions(folder, () => sealingKey(folder, undefined));
      const count = () => sessions.update('https://one.example.com', async (kept) => {
        await new Promise(setImmediate);
        const token = String(Number(kept.credentials.token) + 1);
        return { ...kept, credentials: { ...kept.credentials, token } };
      });
      await Promise.all([count(), count(), count()]);`;
    const run = promisify(execFile);

    await Promise.all(
      Array.from({ length: 8 }, () => run(process.execPath, ['--input-type=module', '--eval', script])),
    );

    expect((await sessions.load())?.credentials).toMatchObject({ token: '24' });
  });

  test('behind a lock that a dead program left are not lost', async () => {
    await keep('https://one.example.com');
    const [file = ''] = files();
    writeFileSync(join(folder, `${file}.lock`), `999999999 ${hostname()}`);

    await keep('https://one.example.com', 'new');

    expect((await sessions.load())?.credentials).toMatchObject({ token: 'new' });
  });
});

describe('the sealing key', () => {
  const entry = (kept: { secret?: Uint8Array }) => async () => ({
    read: async () => kept.secret,
    write: async (secret: Uint8Array) => {
      kept.secret = secret;
    },
  });

  test('is kept by the credential store, and nowhere else', async () => {
    const kept: { secret?: Uint8Array } = {};

    const key = await sealingKey(folder, entry(kept));

    expect(key).toHaveLength(32);
    expect(kept.secret).toEqual(key);
    expect(await sealingKey(folder, entry(kept))).toEqual(key);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is one for all who ask for it first', async () => {
    const kept: { secret?: Uint8Array } = {};

    const keys = await Promise.all(Array.from({ length: 5 }, () => sealingKey(folder, entry(kept))));

    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
  });

  test.each([
    ['is missing', () => Promise.reject(new Error('no Secret Service'))],
    ['forgets', async () => ({ read: async () => undefined, write: async () => {} })],
  ])('is kept in a file where the credential store %s', async (_, openEntry) => {
    mkdirSync(folder, { recursive: true });

    const key = await sealingKey(folder, openEntry);

    expect(Uint8Array.from(readFileSync(join(folder, 'key')))).toEqual(key);
    expect(await sealingKey(folder, openEntry)).toEqual(key);
  });
});
