import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANN, DifyServer } from '../../testing/dify-server.ts';
import { Home } from '../../testing/home.ts';

describe('auth whoami', () => {
  test('names the active identity without asking the server', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    server.sessions.clear();
    const before = server.seen.length;
    expect(await home.run(['auth', 'whoami'])).toEqual({ stdout: 'ann@example.com (Ann)\n', stderr: '', exitCode: 0 });
    expect(await home.run(['auth', 'whoami', '--json'])).toEqual({
      stdout: `{"id":"${ANN.id}","email":"ann@example.com","name":"Ann"}\n`,
      stderr: '',
      exitCode: 0,
    });
    expect(server.seen).toHaveLength(before);
  });

  test('leaves out an empty name', async () => {
    using home = new Home();
    home.write(
      'hosts.yml',
      `current_host: h
hosts:
  h:
    current_account: a@b.cc
    accounts:
      a@b.cc: {account: {id: x, email: a@b.cc, name: ''}}
`,
    );
    expect((await home.run(['auth', 'whoami'])).stdout).toBe('a@b.cc\n');
  });

  test('exits 4 when nobody is signed in', async () => {
    using home = new Home();
    expect(await home.run(['auth', 'whoami'])).toEqual({
      stdout: '',
      stderr: "not_logged_in: not logged in\nhint: run 'difyctl auth login'\n",
      exitCode: 4,
    });
    expect(await home.run(['auth', 'whoami', '--json'])).toEqual({
      stdout: '',
      stderr: `{"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'difyctl auth login'"}}\n`,
      exitCode: 4,
    });
  });

  test.each(['', '# nothing yet\n'])('takes the file %j for nobody signed in', async (content) => {
    using home = new Home();
    home.write('hosts.yml', content);
    expect((await home.run(['auth', 'whoami'])).exitCode).toBe(4);
  });

  test('says what is wrong with a file of the wrong shape', async () => {
    using home = new Home();
    home.write('hosts.yml', 'hosts:\n  h:\n    accounts: none\n');
    expect(await home.run(['auth', 'whoami'])).toMatchObject({
      stderr: expect.stringContaining('hosts.yml: hosts.h.accounts must be a mapping\nhint: correct it, or remove'),
      exitCode: 1,
    });
  });

  test('needs no right to write', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    chmodSync(join(home.folder, 'config'), 0o500);
    home.write('hosts.yml.lock', 'held by another');
    expect(await home.run(['auth', 'whoami'])).toMatchObject({ stderr: '', exitCode: 0 });
  });

  test('runs twenty times at once', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    const all = await Promise.all(Array.from({ length: 20 }, () => home.run(['auth', 'whoami'])));
    expect(all).toEqual(all.map(() => ({ stdout: 'ann@example.com (Ann)\n', stderr: '', exitCode: 0 })));
  });
});
