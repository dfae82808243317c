import { describe, expect, test } from 'vitest';
import { DifyServer } from '../../../testing/dify-server.ts';
import { Home } from '../../../testing/home.ts';
import { Terminal } from '../../../testing/terminal.ts';

const LIST = ['auth', 'devices', 'list'];

describe('auth devices list', () => {
  test.each([
    [[], {}, '?page=1&limit=20'],
    [['--page', '3', '--limit', '7'], { DIFY_LIMIT: '9' }, '?page=3&limit=7'],
    [['--page=-1'], { DIFY_LIMIT: '9' }, '?page=1&limit=9'],
  ])('asks with %o and %o for %s', async (words, env, query) => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    await home.run([...LIST, ...words], { env });
    expect(server.seen.at(-1)?.path).toBe(`/openapi/v1/account/sessions${query}`);
  });

  test('shows no token with -v, neither at sign-in nor in what a server says', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    const signedIn = await home.run(['-v', 'auth', 'login', '--host', server.url, '--insecure']);
    const [token = ''] = server.sessions.keys();
    server.replyTo('GET /account/sessions', {
      status: 403,
      body: `token ${token}, Authorization: Bearer an-opaque-session-id`,
    });
    const { stderr } = await home.run([...LIST, '-v']);
    expect(stderr).toContain('raw_response: ');
    expect(signedIn.stderr).toContain(`> POST ${server.url}/openapi/v1/oauth/device/token\n< 200 (`);
    for (const secret of [token, 'an-opaque', 'dc_']) {
      expect(signedIn.stderr + stderr).not.toContain(secret);
    }
  });
});

describe('auth devices list in a terminal', () => {
  test('colours the hint of an error', async () => {
    using home = new Home();
    using terminal = new Terminal(home, LIST);
    expect(await terminal.exit()).toBe(4);
    expect(terminal.raw).toContain("\u001b[35mhint:\u001b[39m \u001b[36mrun 'difyctl auth login'\u001b[39m");
  });
});
