import { describe, expect, test } from 'vitest';
import { DifyServer } from '../../testing/dify-server.ts';
import { Home } from '../../testing/home.ts';
import { Terminal } from '../../testing/terminal.ts';

const BETA = '0191b1f0-0000-7000-8000-0000000be7a0';

describe('use workspace', () => {
  test('switches on the server, then in the context', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    expect(await home.run(['use', 'workspace', BETA])).toEqual({
      stdout: `✓ Switched to Beta (${BETA})\n`,
      stderr: '',
      exitCode: 0,
    });
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
    expect(await home.run(['use', 'workspace', 'no/such'])).toEqual({
      stdout: '',
      stderr: [
        'not_found: workspace not found',
        `request: POST ${server.url}/openapi/v1/workspaces/no%2Fsuch/switch`,
        'http_status: 404',
        '',
      ].join('\n'),
      exitCode: 1,
    });
    expect(home.read('hosts.yml')).toBe(before);
  });

  test('needs the id where it cannot ask', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    expect(await home.run(['use', 'workspace'])).toEqual({
      stdout: '',
      stderr:
        "usage_missing_arg: a workspace id is required (no TTY)\nhint: pass the id: 'difyctl use workspace <id>'\n",
      exitCode: 2,
    });
  });

  test('lets a person at a terminal pick', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    using terminal = new Terminal(home, ['use', 'workspace']);
    await terminal.shows('✔ Loading workspaces\nSelect a workspace\n❯ * Acme (owner)\n    Beta (normal)\n');
    terminal.type('j\r');
    expect(await terminal.exit()).toBe(0);
    expect(terminal.text).toContain(`✔ Switching to ${BETA}\n✓ Switched to Beta (${BETA})\n`);
  });

  test('has nothing to pick from when the account has no workspace', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    server.workspaces.length = 0;
    using terminal = new Terminal(home, ['use', 'workspace']);
    expect(await terminal.exit()).toBe(4);
    expect(terminal.text).toContain('access_denied: no workspaces available to switch to\n');
  });
});
