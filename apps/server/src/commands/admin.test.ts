import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../http/app.ts';
import { readSettings } from '../settings/settings.ts';
import { openBrowser } from '../testing/browser.ts';
import { wire } from '../wiring.ts';

const MAIN = join(import.meta.dirname, '../main.ts');

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'latchkey-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Runs the command as an operator does, in a process of its own. */
async function latchkey(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, LATCHKEY_DATA_DIR: dataDir };
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [MAIN, 'admin', ...args], { env })) };
  } catch (error) {
    // A boundary: what `execFile` rejects with carries what the program said.
    return error as { code: number; stdout: string; stderr: string };
  }
}

async function onServer<T>(use: (context: Awaited<ReturnType<typeof wire>>) => Promise<T>): Promise<T> {
  const context = await wire(readSettings([], { LATCHKEY_DATA_DIR: dataDir }), () => new Date());
  try {
    return await use(context);
  } finally {
    await context.platform.store.close();
  }
}

test('an administrator is created at the shell, signs in with the link once, and is in the audit log', async () => {
  const { code, stdout } = await latchkey('create', 'Boss@Example.com', 'Boss');
  expect(code).toBe(0);
  const [link = ''] = stdout.split('\n');

  await onServer(async (context) => {
    const app = await buildApp(context, pino({ level: 'silent' }));
    const browser = openBrowser(app, { headers: { 'x-latchkey-admin': '1' } });
    const body = { token: new URL(link).hash.slice(1) };
    expect((await browser.send('POST', '/admin-api/v1/session/link', body)).json()).toMatchObject({
      email: 'boss@example.com',
      name: 'Boss',
    });
    expect((await browser.send('POST', '/admin-api/v1/session/link', body)).statusCode).toBe(400);
    const actions = (await context.platform.store.audit.latest(10)).map(({ action, actor }) => [action, actor]);
    expect(actions).toContainEqual(['administrator.added', 'operator']);
    expect(actions).toContainEqual(['administrator.link_cut', 'operator']);
    await app.close();
  });
});

test('a link is cut for an administrator and for nobody else', async () => {
  await latchkey('create', 'boss@example.com');

  expect((await latchkey('link', 'boss@example.com')).stdout).toMatch(/\/admin\/enter#[\w-]{43}\n/);
  expect(await latchkey('link', 'nobody@example.com')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no such account.'),
  });
});

test('a method is switched on when no page can', async () => {
  await latchkey('switch-off', 'password');
  expect(await onServer(({ platform }) => platform.store.policy.get())).toMatchObject({ password: false });

  expect((await latchkey('switch-on', 'password')).stdout).toBe('Switched password on.\n');
  expect(await onServer(({ platform }) => platform.store.policy.get())).toMatchObject({ password: true });
});

test('a lock is lifted', async () => {
  await latchkey('create', 'boss@example.com');
  await onServer(({ platform }) =>
    platform.store.limits.hit('password-account:boss@example.com', { max: 1, windowSeconds: 60 }, new Date()),
  );

  expect((await latchkey('lift-lock', 'boss@example.com')).stdout).toBe('Lifted the locks of boss@example.com.\n');

  expect(await onServer(({ platform }) => platform.store.limits.list('password-account:boss', new Date()))).toEqual(
    new Map(),
  );
});

test('a command that makes no sense is answered with how it is used', async () => {
  for (const args of [[], ['create'], ['create', 'no address'], ['switch-on', 'everything'], ['dance']]) {
    expect(await latchkey(...args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Usage: latchkey admin'),
    });
  }
});
