import { expect, test } from 'vitest';
import { DifyServer } from '../../testing/dify-server.ts';
import { Home } from '../../testing/home.ts';

test('auth status keeps the context of a session that is over', async () => {
  await using server = await DifyServer.start();
  using home = new Home();
  await home.signIn(server);
  server.sessions.clear();
  expect((await home.run(['auth', 'status'])).exitCode).toBe(4);
  expect((await home.run(['auth', 'whoami'])).exitCode).toBe(0);
});
