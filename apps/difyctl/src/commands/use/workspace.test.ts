import { describe, expect, test } from 'vitest';
import { DifyServer } from '../../testing/dify-server.ts';
import { Home } from '../../testing/home.ts';

const BETA = '0191b1f0-0000-7000-8000-0000000be7a0';

describe('use workspace', () => {
  test('switches on the server, then in the context', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    await home.run(['use', 'workspace', BETA]);
    expect(server.seen.at(-1)).toMatchObject({
      method: 'POST',
      path: `/openapi/v1/workspaces/${BETA}/switch`,
      body: undefined,
    });
    expect(home.read('hosts.yml')).toContain(`        workspace:\n          id: ${BETA}\n          name: Beta\n`);
  });

  test('changes nothing here when the server does not know the workspace', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    const before = home.read('hosts.yml');
    expect((await home.run(['use', 'workspace', 'no/such'])).exitCode).toBe(1);
    expect(home.read('hosts.yml')).toBe(before);
  });
});
