import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { anAccount, aSealing } from '@latchkey/core/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../index.ts';

const NOON = new Date('2026-11-20T12:00:00Z');
const RULE = { max: 3, windowSeconds: 60 };

const run = promisify(execFile);
/** Counts up the name of an account a hundred times. */
const COUNTER = `
  const { openStore } = await import(${JSON.stringify(new URL('../index.ts', import.meta.url).href)});
  const store = await openStore({ dataDir: process.argv[1] });
  for (let n = 0; n < 100; n += 1)
    await store.transaction(async ({ accounts }) => {
      const { name } = await accounts.find('${anAccount().id}');
      await accounts.setPreferences('${anAccount().id}', { name: String(Number(name) + 1) });
    });
  await store.close();`;

describe('a SQLite store', () => {
  test('is for the eyes of its owner only', async () => {
    const dataDir = join(newFolder(), 'new', 'data');
    const store = await openStore({ dataDir }, aSealing());
    await store.limits.hit('door', RULE, NOON);

    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    const files = readdirSync(dataDir);
    expect(files).toContain('latchkey.db');
    for (const file of files) expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
    await store.close();
  });

  test('keeps what was asked of it before its end, alone or behind a transaction', async () => {
    const dataDir = newFolder();
    const store = await openStore({ dataDir }, aSealing());
    const asked = [
      store.transaction(({ limits }) => limits.hit('in a transaction', RULE, NOON)),
      store.limits.hit('alone', RULE, NOON),
      store.limits.hit('beside it', RULE, NOON),
    ];

    await store.close();

    expect((await Promise.all(asked)).map(({ count }) => count)).toEqual([1, 1, 1]);
    const again = await openStore({ dataDir }, aSealing());
    for (const key of ['in a transaction', 'alone', 'beside it'])
      expect((await again.limits.hit(key, RULE, NOON)).count).toBe(2);
    await again.close();
  });

  test('refuses reads and writes after its end', async () => {
    const store = await openStore({ dataDir: newFolder() }, aSealing());
    await store.close();

    const asked = await Promise.allSettled([
      store.limits.hit('door', RULE, NOON),
      store.limits.hit('door', RULE, NOON),
      store.accounts.find(anAccount().id),
      store.transaction(({ limits }) => limits.hit('door', RULE, NOON)),
      store.ping(),
    ]);

    expect(asked.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'rejected'));
  });

  test('is shared by two programs, and each sees at once what the other wrote', async () => {
    const dataDir = newFolder();
    const server = await openStore({ dataDir }, aSealing());
    const tool = await openStore({ dataDir }, aSealing());

    await server.accounts.add(anAccount());
    await tool.transaction(({ accounts }) => accounts.setStatus(anAccount().id, 'banned'));

    expect((await server.accounts.find(anAccount().id))?.status).toBe('banned');
    await Promise.all([server.close(), tool.close()]);
  });

  test('loses no change when three programs read and then write the same at once', async () => {
    const dataDir = newFolder();
    const store = await openStore({ dataDir }, aSealing());
    await store.accounts.add(anAccount({ name: '0' }));

    await Promise.all([1, 2, 3].map(() => run(process.execPath, ['--input-type=module', '--eval', COUNTER, dataDir])));

    expect((await store.accounts.find(anAccount().id))?.name).toBe('300');
    await store.close();
  });

  test('names the folder in which it cannot be opened', async () => {
    const dataDir = join(newFolder(), 'file');
    const { close } = await openStore({ dataDir }, aSealing());
    await close();

    await expect(openStore({ dataDir: join(dataDir, 'latchkey.db') }, aSealing())).rejects.toThrow(/latchkey\.db/);
  });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
