import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DifyServer } from '../../testing/dify-server.ts';
import { Home } from '../../testing/home.ts';

describe('auth whoami', () => {
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
