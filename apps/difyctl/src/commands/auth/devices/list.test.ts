import { describe, expect, test } from 'vitest';
import { DifyServer, refusal } from '../../../testing/dify-server.ts';
import { Home, LABEL } from '../../../testing/home.ts';
import { Terminal } from '../../../testing/terminal.ts';

const LIST = ['auth', 'devices', 'list'];
const ROUTE = 'GET /account/sessions';

describe('auth devices list', () => {
  test('lays out the sessions, newest first, and marks the current one', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.addSession('difyctl on build-runner-3');
    await home.signIn(server);
    const width = Math.max(LABEL.length, 'difyctl on build-runner-3'.length);
    expect(await home.run(LIST)).toEqual({
      stdout: [
        `${'DEVICE'.padEnd(width)}  CREATED                   LAST USED  CURRENT`,
        `${LABEL.padEnd(width)}  2026-11-20T19:40:28.633Z             *`,
        `${'difyctl on build-runner-3'.padEnd(width)}  2026-11-20T19:40:28.633Z`,
        '',
      ].join('\n'),
      stderr: '',
      exitCode: 0,
    });
  });

  test('prints the server’s answer as one line of JSON', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    const { stdout } = await home.run([...LIST, '--json']);
    expect(stdout).toBe(
      `${JSON.stringify({ page: 1, limit: 20, total: 1, has_more: false, data: [...server.sessions.values()] })}\n`,
    );
  });

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

  test.each([
    [['--limit', '0'], {}, '--limit: 0 out of range [1..200]'],
    [['--limit', '201'], {}, '--limit: 201 out of range [1..200]'],
    [['--limit', 'abc'], {}, '--limit: "abc" is not a number'],
    [[], { DIFY_LIMIT: '0' }, 'DIFY_LIMIT: 0 out of range [1..200]'],
    [[], { DIFY_LIMIT: 'abc' }, 'DIFY_LIMIT: "abc" is not a number'],
    [[], { DIFYCTL_HTTP_RETRY: 'abc' }, 'DIFYCTL_HTTP_RETRY: "abc" is not a non-negative integer'],
    [[], { DIFYCTL_HTTP_RETRY: '-2' }, 'DIFYCTL_HTTP_RETRY: -2 is negative'],
  ])('refuses %o and %o', async (words, env: Record<string, string>, message) => {
    using home = new Home();
    expect(await home.run([...LIST, ...words], { env })).toEqual({
      stdout: '',
      stderr: `usage_invalid_flag: ${message}\n`,
      exitCode: 2,
    });
  });

  test('exits 4 and keeps the context when the session has ended', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    server.sessions.clear();
    expect(await home.run(LIST)).toEqual({
      stdout: '',
      stderr: [
        'unauthorized: invalid bearer',
        "hint: run 'difyctl auth login' to sign in again",
        `request: GET ${server.url}/openapi/v1/account/sessions?page=1&limit=20`,
        'http_status: 401',
        '',
      ].join('\n'),
      exitCode: 4,
    });
    expect((await home.run(['auth', 'whoami'])).exitCode).toBe(0);
  });

  test('tells an error as JSON with --json', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    server.sessions.clear();
    expect(JSON.parse((await home.run([...LIST, '--json'])).stderr)).toEqual({
      error: {
        code: 'auth_expired',
        message: 'invalid bearer',
        hint: "run 'difyctl auth login' to sign in again",
        http_status: 401,
        method: 'GET',
        url: `${server.url}/openapi/v1/account/sessions?page=1&limit=20`,
        server: { code: 'unauthorized', message: 'invalid bearer', status: 401 },
      },
    });
  });

  test.each([
    [{ status: 401, body: 'no' }, 'auth_expired: session expired or revoked\n', 4],
    [{ status: 429, body: 'no' }, 'rate_limited: too many requests\n', 7],
    [refusal(429, 'too_many_requests', 'rate_limited', {}), 'too_many_requests: rate_limited\n', 7],
    [{ status: 403, body: 'no' }, 'server_4xx_other: request failed (HTTP 403)\nhint: run again with -v', 1],
    [{ status: 500, body: 'no' }, 'server_5xx: server error (HTTP 500)\nhint: run again with -v', 1],
    [refusal(426, 'upgrade_required', 'too old', { hint: 'Upgrade' }), 'upgrade_required: too old\nhint: Upgrade\n', 6],
    [
      refusal(422, 'invalid_param', 'Request validation failed', {
        details: [{ type: 'int_parsing', loc: ['query', 'page'], msg: 'not an integer' }],
      }),
      'invalid_param: Request validation failed\n  - query.page: not an integer (int_parsing)\n',
      1,
    ],
    [{ status: 200, body: {} }, 'unknown: the server’s answer lists no sessions\n', 1],
    [{ status: 200, body: '<p>' }, "unknown: the server's answer is not JSON: ", 1],
  ])('tells what %o means', async (reply, stderr, exitCode) => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    server.replyTo(ROUTE, reply);
    const ended = await home.run([...LIST, '--http-retry', '0']);
    expect(ended.stderr.slice(0, stderr.length)).toBe(stderr);
    expect(ended.exitCode).toBe(exitCode);
  });

  test('shows requests and the raw answer with -v, and never a token', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    const signedIn = await home.run(['-v', 'auth', 'login', '--host', server.url, '--insecure']);
    const [token = ''] = server.sessions.keys();
    server.replyTo(ROUTE, { status: 403, body: `token ${token}, Authorization: Bearer an-opaque-session-id` });
    const { stderr } = await home.run([...LIST, '-v']);
    expect(stderr).toContain(`> GET ${server.url}/openapi/v1/account/sessions?page=1&limit=20\n< 403 (`);
    expect(stderr).toContain('raw_response: token dfoa_[redacted], Authorization: Bearer [redacted]\n');
    expect(signedIn.stderr).toContain(`> POST ${server.url}/openapi/v1/oauth/device/token\n< 200 (`);
    for (const secret of [token, 'an-opaque', 'dc_']) {
      expect(signedIn.stderr + stderr).not.toContain(secret);
    }
  });
});

describe('auth devices list in a terminal', () => {
  test('shows that it is asking, and that it has asked', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    using terminal = new Terminal(home, LIST);
    expect(await terminal.exit()).toBe(0);
    expect(terminal.text).toMatch(
      /^(dify Fetching devices)+✔ Fetching devices\nDEVICE +CREATED +LAST USED +CURRENT\n/i,
    );
  });

  test('shows only the sessions with DIFY_NO_PROGRESS', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    using terminal = new Terminal(home, LIST, { DIFY_NO_PROGRESS: '1' });
    expect(await terminal.exit()).toBe(0);
    expect(terminal.text).toMatch(/^DEVICE /);
  });

  test('colours the hint of an error', async () => {
    using home = new Home();
    using terminal = new Terminal(home, LIST);
    expect(await terminal.exit()).toBe(4);
    expect(terminal.raw).toContain("\u001b[35mhint:\u001b[39m \u001b[36mrun 'difyctl auth login'\u001b[39m");
  });
});
