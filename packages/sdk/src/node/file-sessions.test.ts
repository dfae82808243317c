import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SavedSession, SessionStore } from '../connect/index.ts';
import { fileSessions } from './file-sessions.ts';
import { sealingKey } from './sealing-key.ts';
import { sessionPlaces } from './session-places.ts';

let folder: string;
let sessions: SessionStore;
const key = () => join(folder, 'key');
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'connect-dify-')), 'kept');
  sessions = fileSessions(folder, () => sealingKey(key(), undefined));
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
      const [folder, key] = ${JSON.stringify([folder, key()])};
      const sessions = fileSessions(folder, () => sealingKey(key, undefined));
      const count = () => sessions.update('https://one.example.com', async (kept) => {
        await new Promise(setImmediate);
        const token = String(Number(kept.credentials.token) + 1);
        return { ...kept, credentials: { ...kept.credentials, token } };
      });
      await Promise.all([count(), count(), count()]);`;
    const run = promisify(execFile);

    await Promise.all(
      Array.from({ length: 4 }, () => run(process.execPath, ['--input-type=module', '--eval', script])),
    );

    expect((await sessions.load())?.credentials).toMatchObject({ token: '12' });
  }, 60_000);

  test('behind a lock that a dead program left are not lost', async () => {
    await keep('https://one.example.com');
    const [file = ''] = files();
    writeFileSync(join(folder, `${file}.lock`), `999999999 ${hostname()}`);

    await keep('https://one.example.com', 'new');

    expect((await sessions.load())?.credentials).toMatchObject({ token: 'new' });
  });
});

test.each([
  [{ CONNECT_DIFY_HOME: '/x' }, 'linux', '/x', '/x/key'],
  [{ CONNECT_DIFY_HOME: '/x', CONNECT_DIFY_KEY_FILE: '/run/key' }, 'linux', '/x', '/run/key'],
  [{ XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d' }, 'linux', '/c/connect-dify', '/d/connect-dify/sessions.key'],
  [{ APPDATA: '/r', LOCALAPPDATA: '/l' }, 'win32', '/r/connect-dify', '/l/connect-dify/sessions.key'],
])('with %j on %s sessions lie in %s and their key in %s', (env, platform, at, keyFile) => {
  expect(sessionPlaces(env, platform)).toEqual({ folder: at, keyFile });
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

    const made = await sealingKey(key(), entry(kept));

    expect(made).toHaveLength(32);
    expect(kept.secret).toEqual(made);
    expect(await sealingKey(key(), entry(kept))).toEqual(made);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is one for all who ask for it first', async () => {
    const kept: { secret?: Uint8Array } = {};

    const keys = await Promise.all(Array.from({ length: 5 }, () => sealingKey(key(), entry(kept))));

    expect(new Set(keys.map((each) => Buffer.from(each).toString('hex'))).size).toBe(1);
  });

  test.each([
    ['is missing', () => Promise.reject(new Error('no Secret Service'))],
    ['forgets', async () => ({ read: async () => undefined, write: async () => {} })],
  ])('is kept in a file where the credential store %s', async (_, openEntry) => {
    mkdirSync(folder, { recursive: true });

    const made = await sealingKey(key(), openEntry);

    expect(Uint8Array.from(readFileSync(key()))).toEqual(made);
    expect(await sealingKey(key(), openEntry)).toEqual(made);
  });

  test('stays the one in the file where a credential store comes to answer, as over ssh and at the desk', async () => {
    const made = await sealingKey(key(), undefined);
    const kept: { secret?: Uint8Array } = {};

    expect(await sealingKey(key(), entry(kept))).toEqual(made);
    expect(kept).toEqual({});
  });

  test('is made anew where its file was cut off while it was written', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(key(), 'short');

    expect(await sealingKey(key(), undefined)).toHaveLength(32);
  });

  test('is not replaced while the credential store is locked', async () => {
    const locked = () => Promise.reject(new Error('Unlock prompt was dismissed'));

    await expect(sealingKey(key(), locked)).rejects.toMatchObject({ code: 'keyring_locked' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
