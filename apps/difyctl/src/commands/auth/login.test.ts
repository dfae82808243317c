import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACME, ANN, approvalBy, DifyServer, refusal } from '../../testing/dify-server.ts';
import { Home, LABEL } from '../../testing/home.ts';

const CODE = '/oauth/device/code';
const TOKEN = '/oauth/device/token';
const OAUTH = (error: string) => ({ status: 400, body: { error } });
const login = (server: DifyServer, ...more: string[]) => ['auth', 'login', '--host', server.url, '--insecure', ...more];

/** The lines before the one that tells how it ended. */
const prompt = (server: DifyServer, reason = 'Headless Linux (no DISPLAY / WAYLAND_DISPLAY)') =>
  `! Copy this one-time code: EFAM-S55K\n  Open: ${server.url}/device\n! ${reason} — open the URL above manually\n`;

describe('auth login', () => {
  test('prints the code on standard error and who signed in on standard output', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    expect(await home.run(login(server, '--no-browser'))).toEqual({
      stderr: prompt(server, '--no-browser requested'),
      stdout: `✓ Logged in to ${server.host} as ann@example.com (Ann)\n  Workspace: Acme\n`,
      exitCode: 0,
    });
  });

  test('introduces itself as difyctl on this machine', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /openapi/v1/oauth/device/code',
      'POST /openapi/v1/oauth/device/token',
    ]);
    expect(server.seen[0]).toMatchObject({
      body: { client_id: 'difyctl', device_label: LABEL },
      headers: {
        'user-agent': expect.stringMatching(/^difyctl\/\d+\.\d+\.\d+ \(\w+; \w+; \w+\)$/),
        accept: '*/*',
        'content-type': 'application/json',
      },
    });
    expect(server.seen[1]?.body).toEqual({ device_code: expect.stringMatching(/^dc_/), client_id: 'difyctl' });
  });

  test('keeps the context in hosts.yml and the token in a sealed file, for its owner only', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    const [[token, session] = []] = server.sessions;
    expect(home.read('hosts.yml')).toBe(
      [
        'token_storage: file',
        `current_host: ${server.host}`,
        'hosts:',
        `  ${server.host}:`,
        '    scheme: http',
        '    current_account: ann@example.com',
        '    accounts:',
        '      ann@example.com:',
        '        account:',
        `          id: ${ANN.id}`,
        '          email: ann@example.com',
        '          name: Ann',
        '        workspace:',
        `          id: ${ACME.id}`,
        '          name: Acme',
        '          role: owner',
        `        token_id: ${session?.id}`,
        '        token_storage: file',
        "        expires_at: '2026-12-04T09:00:00.123456+00:00'",
        '',
      ].join('\n'),
    );
    expect(home.read('tokens.sealed')).not.toContain(token);
    expect(home.read('tokens.yml')).toBe('version: 1\ntokens: {}\n');
    expect((await home.run(['auth', 'token'])).stdout).toBe(`${token}\n`);
    expect([home.mode(), home.mode('hosts.yml'), home.mode('tokens.sealed')]).toEqual([0o700, 0o600, 0o600]);
  });

  test('keeps the token in tokens.yml, as the original does, with DIFYCTL_PLAIN_TOKENS', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.run(login(server), { env: { DIFYCTL_PLAIN_TOKENS: '1' } });
    const [token] = server.sessions.keys();
    expect(home.read('tokens.yml')).toBe(`version: 1\ntokens:\n  ${server.host}:\n    ann@example.com: ${token}\n`);
    expect(home.mode('tokens.yml')).toBe(0o600);
  });

  test('replaces the token of a context that signs in again', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    await home.signIn(server);
    expect((await home.run(['auth', 'list', '-o', 'name'])).stdout).toBe('ann@example.com\n');
    expect((await home.run(['auth', 'token'])).stdout.trim()).toBe([...server.sessions.keys()][0]);
  });

  test('keeps one context for an account whose mail address changed', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    server.decision = approvalBy({ ...ANN, email: 'ann.lee@example.com' });
    await home.run(login(server), { env: { DIFYCTL_PLAIN_TOKENS: '1' } });
    expect((await home.run(['auth', 'list', '-o', 'name'])).stdout).toBe('ann.lee@example.com\n');
    expect(home.read('tokens.yml')).not.toContain('ann@example.com');
  });

  test('keeps the path that a server lies under', async () => {
    await using server = await DifyServer.start({ prefix: '/dify' });
    using home = new Home();
    await home.signIn(server);
    expect(await home.run(['auth', 'devices', 'list', '--json'])).toMatchObject({ stderr: '', exitCode: 0 });
    expect(server.seen.at(-1)?.path).toBe('/dify/openapi/v1/account/sessions?page=1&limit=20');
  });

  test('shows no workspace when the server names none', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.decision = { ...approvalBy({ ...ANN, name: '' }), default_workspace_id: null };
    expect((await home.signIn(server)).stdout).toBe(`✓ Logged in to ${server.host} as ann@example.com ()\n`);
  });

  test.each([
    ['https://idp.corp.com', 'sso@corp.com (external SSO, issuer: https://idp.corp.com)'],
    ['', 'sso@corp.com (external SSO)'],
  ])('signs in an external user of the provider "%s"', async (issuer, words) => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.decision = {
      subject_type: 'external_sso',
      subject_email: 'sso@corp.com',
      subject_issuer: issuer,
      account: null,
      workspaces: [],
      default_workspace_id: null,
    };
    expect((await home.signIn(server)).stdout).toBe(`✓ Logged in to ${server.host} as ${words}\n`);
    expect((await home.run(['auth', 'whoami'])).stdout).toBe(`${words}\n`);
    expect(JSON.parse((await home.run(['auth', 'whoami', '--json'])).stdout)).toEqual({
      subject_type: 'external_sso',
      email: 'sso@corp.com',
      issuer,
    });
  });

  test.each([
    [{ SSH_TTY: '/dev/pts/1' }, 'Detected SSH session'],
    [{ DISPLAY: ':0' }, 'Non-interactive TTY'],
    [{}, 'Headless Linux (no DISPLAY / WAYLAND_DISPLAY)'],
  ])('says with %o why no browser opens', async (env, reason) => {
    await using server = await DifyServer.start();
    using home = new Home();
    expect((await home.run(login(server), { env })).stderr).toBe(prompt(server, reason));
  });

  test.each([
    ['expired_token', 'expired_token: code expired before authorization', 4],
    ['access_denied', 'access_denied: authorization denied', 4],
    ['invalid_grant', 'unknown: unknown poll error "invalid_grant"', 1],
  ])('ends when the poll is answered with %s', async (error, line, exitCode) => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.decision = { error };
    expect(await home.run(login(server))).toEqual({ stdout: '', stderr: `${prompt(server)}${line}\n`, exitCode });
    expect((await home.run(['auth', 'whoami'])).exitCode).toBe(4);
  });

  test.each([
    [
      { status: 404, body: '<!doctype html>' },
      'unsupported_endpoint: this Dify host does not implement the OAuth device flow\nhttp_status: 404',
      6,
    ],
    [refusal(400, 'bad_request', 'nonsense'), 'unknown: poll: 400 with no OAuth envelope', 1],
    [{ status: 200, body: {} }, 'unknown: poll: 200 with no OAuth envelope', 1],
    [{ status: 200, body: '<p>' }, expect.stringContaining('unknown: decode poll response: '), 1],
  ])('gives up when the poll is answered with %o', async (reply, line, exitCode) => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.replyTo(`POST ${TOKEN}`, reply);
    const ended = await home.run(login(server));
    expect(ended.stderr.replace(prompt(server), '').trimEnd()).toEqual(line);
    expect(ended.exitCode).toBe(exitCode);
  });

  test.each([
    [
      { status: 404, body: '' },
      'unsupported_endpoint: this Dify host does not implement the OAuth device flow\nhttp_status: 404\n',
      6,
    ],
    [
      OAUTH('unsupported_client'),
      'server_4xx_other: device/code: HTTP 400\nhint: the server says unsupported_client\nhttp_status: 400\n',
      1,
    ],
    [refusal(429, 'too_many_requests', 'rate_limited'), 'too_many_requests: rate_limited\nhttp_status: 429\n', 7],
    [
      refusal(426, 'upgrade_required', 'difyctl 0.1.0 is no longer supported; upgrade to >= 0.2.0.', {
        hint: 'Upgrade difyctl',
      }),
      'upgrade_required: difyctl 0.1.0 is no longer supported; upgrade to >= 0.2.0.\nhint: Upgrade difyctl\nhttp_status: 426\n',
      6,
    ],
    [{ status: 500, body: '' }, 'server_5xx: device/code: HTTP 500\nhttp_status: 500\n', 1],
  ])('tells why no code came: %o', async (reply, stderr, exitCode) => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.replyTo(`POST ${CODE}`, reply);
    expect(await home.run(login(server))).toEqual({ stdout: '', stderr, exitCode });
  });

  test.each([
    ['device', 'unknown: server returned invalid verification_uri "device"'],
    [
      'ftp://example.com/device',
      'unknown: server returned verification_uri with unsupported scheme "ftp"\nhint: expected https:// (use --insecure to allow http:// on local-dev hosts)',
    ],
  ])('does not send a person to the address %s', async (uri, lines) => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.verificationUri = uri;
    const ended = await home.run(login(server));
    expect(ended.stderr).toBe(`! Copy this one-time code: EFAM-S55K\n  Open: ${uri}\n${lines}\n`);
    expect(ended.exitCode).toBe(1);
  });

  test('ends the session again when the server names no mail address', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.decision = approvalBy({ ...ANN, email: '' });
    expect(await home.run(login(server))).toMatchObject({
      stderr: `${prompt(server)}not_logged_in: account has no email; cannot store credential\nhint: this Dify instance returned no email for the signed-in subject\n`,
      exitCode: 4,
    });
    expect(server.sessions.size).toBe(0);
  });

  test('ends the session again when the token cannot be stored', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    mkdirSync(join(home.folder, 'config', 'tokens.yml'), { recursive: true });
    const ended = await home.run(login(server));
    expect(ended.stderr).toContain(`client_error: cannot read ${home.folder}/config/tokens.yml`);
    expect(ended.exitCode).toBe(1);
    expect(server.sessions.size).toBe(0);
  });

  test.each([
    [
      [],
      "usage_missing_arg: --host is required (no TTY)\nhint: pass the host explicitly, e.g. 'difyctl auth login --host cloud.dify.ai'\n",
    ],
    [['--host', 'not a url'], 'usage_invalid_flag: host parse: "https://not a url" cannot be parsed as a URL.\n'],
    [
      ['--host', 'http://localhost:1'],
      'usage_invalid_flag: only https:// hosts are accepted\nhint: add --insecure to allow http:// (local-dev only; user_code/device_code travel plaintext)\n',
    ],
  ])('refuses the words %o', async (words, stderr) => {
    using home = new Home();
    expect(await home.run(['auth', 'login', ...words])).toEqual({ stdout: '', stderr, exitCode: 2 });
  });

  test('says that a host cannot be reached', async () => {
    using home = new Home();
    expect(await home.run(['auth', 'login', '--host', 'http://127.0.0.1:1', '--insecure'])).toEqual({
      stdout: '',
      stderr: 'network_connection: Unable to connect. Is the computer able to access the url?\n',
      exitCode: 1,
    });
  });

  test('does not start what it could not store, when hosts.yml cannot be read', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    home.write('hosts.yml', 'hosts:\n  a: [\n');
    const ended = await home.run(login(server));
    expect(ended.stderr).toContain(
      `client_error: Failed to parse YAML file ${home.folder}/config/hosts.yml at line 3, column 1.`,
    );
    expect(ended.exitCode).toBe(1);
    expect(server.seen).toHaveLength(2);
  });
});
