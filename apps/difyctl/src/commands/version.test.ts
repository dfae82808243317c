import { expect, test } from 'vitest';
import { DifyServer } from '../testing/dify-server.ts';
import { Home } from '../testing/home.ts';

test('version asks the server without a token, and names the commit it was built from', async () => {
  await using server = await DifyServer.start();
  using home = new Home();
  await home.signIn(server);
  expect((await home.run(['version'])).stdout).toMatch(/\n {2}Commit: {4}([\da-f]{7}|unknown)\n/);
  expect(server.seen.at(-1)?.path).toBe('/openapi/v1/_version');
  expect(server.seen.at(-1)?.headers.authorization).toBeUndefined();
});
