import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildExecutable } from '../../build-executable.ts';
import { DifyServer } from '../testing/dify-server.ts';
import { Home } from '../testing/home.ts';
import { SecretService } from '../testing/secret-service.ts';

test('the single executable signs in and out with nothing installed, the credential store included', {
  timeout: 300_000,
}, async () => {
  const program = await buildExecutable();
  await using server = await DifyServer.start();
  using home = new Home();
  using desktop = new SecretService();
  desktop.start();
  const temporary = mkdtempSync(join(tmpdir(), 'difyctl-'));
  const env = { ...desktop.env, PATH: '/nowhere', TMPDIR: temporary };
  const run = (...words: string[]) => home.run(words, { env, program: [program] });
  expect(await run('auth', 'login', '--host', server.url, '--insecure', '--no-browser')).toMatchObject({
    stdout: `✓ Logged in to ${server.host} as ann@example.com (Ann)\n  Workspace: Acme\n`,
    exitCode: 0,
  });
  expect(desktop.count()).toBe(1);
  expect((await run('auth', 'devices', 'list', '--json')).exitCode).toBe(0);
  expect((await run('auth', 'list', '-o', 'yaml')).stdout).toContain('account: ann@example.com');
  expect(await run('auth', 'logout')).toMatchObject({ stderr: '', exitCode: 0 });
  expect(server.sessions.size).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
  expect(existsSync(program)).toBe(true);
  rmSync(temporary, { recursive: true });
});
