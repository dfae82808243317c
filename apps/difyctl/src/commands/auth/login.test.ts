import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACME, ANN, approvalBy, DifyServer } from '../../testing/dify-server.ts';
import { Home, LABEL } from '../../testing/home.ts';

const login = (server: DifyServer) => ['auth', 'login', '--host', server.url, '--insecure'];

describe('auth login', () => {
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
        "        expires_at: '2126-12-04T09:00:00.123456+00:00'",
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

  test('keeps who an external user is', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.decision = {
      subject_type: 'external_sso',
      subject_email: 'sso@corp.com',
      subject_issuer: 'https://idp.corp.com',
      account: null,
      workspaces: [],
      default_workspace_id: null,
    };
    await home.signIn(server);
    expect((await home.run(['auth', 'whoami'])).stdout).toBe(
      'sso@corp.com (external SSO, issuer: https://idp.corp.com)\n',
    );
  });

  test('ends the session again when the server names no mail address', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.decision = approvalBy({ ...ANN, email: '' });
    expect((await home.signIn(server)).exitCode).toBe(4);
    expect(server.sessions.size).toBe(0);
  });

  test('ends the session again when the token cannot be stored', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    mkdirSync(join(home.folder, 'config', 'tokens.yml'), { recursive: true });
    expect((await home.signIn(server)).exitCode).toBe(1);
    expect(server.sessions.size).toBe(0);
  });

  test('does not start what it could not store, when hosts.yml cannot be read', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    home.write('hosts.yml', 'hosts:\n  a: [\n');
    expect((await home.signIn(server)).exitCode).toBe(1);
    expect(server.seen).toEqual([]);
  });
});
