import { describe, expect, test } from 'vitest';
import { ANN, approvalBy, DifyServer, refusal } from '../../testing/dify-server.ts';
import { Home } from '../../testing/home.ts';
import { Terminal } from '../../testing/terminal.ts';

describe('auth status', () => {
  test('asks the server and tells where the token lies and when it ends', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    expect(await home.run(['auth', 'status'])).toEqual({
      stdout: [
        `✓ Signed in to ${server.host} as ann@example.com (Ann)`,
        '  Workspace: Acme',
        '  Token: file',
        '  Expires: 2026-12-04T09:00:00.123456+00:00',
        '',
      ].join('\n'),
      stderr: '',
      exitCode: 0,
    });
    expect(server.seen.at(-1)?.path).toBe('/openapi/v1/account');
    expect(JSON.parse((await home.run(['auth', 'status', '--json'])).stdout)).toEqual({
      host: server.host,
      account: 'ann@example.com',
      name: 'Ann',
      workspace: 'Acme',
      token_storage: 'file',
      expires_at: '2026-12-04T09:00:00.123456+00:00',
    });
  });

  test('exits 4 when the session is over, and keeps the context', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    server.sessions.clear();
    const ended = await home.run(['auth', 'status']);
    expect(ended.stderr).toContain("unauthorized: invalid bearer\nhint: run 'difyctl auth login' to sign in again\n");
    expect(ended.exitCode).toBe(4);
    expect((await home.run(['auth', 'whoami'])).exitCode).toBe(0);
  });

  test('takes the answer to an external user, who may not be told more, for a living session', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.decision = {
      subject_type: 'external_sso',
      subject_email: 'sso@corp.com',
      subject_issuer: '',
      account: null,
    };
    await home.signIn(server);
    server.replyTo('GET /account', refusal(403, 'forbidden', 'unsupported_token_type'));
    expect(await home.run(['auth', 'status'])).toMatchObject({
      stdout: `✓ Signed in to ${server.host} as sso@corp.com (external SSO)\n  Token: file\n`,
      exitCode: 0,
    });
  });
});

describe('a session that ends soon', () => {
  const endingIn = (hours: number) => ({
    ...approvalBy(ANN),
    expires_at: new Date(Date.now() + hours * 3_600_000 + 60_000).toISOString(),
  });

  test.each([
    [0.5, 'within the hour'],
    [1, 'in 1 hour'],
    [47, 'in 47 hours'],
  ])('is announced in a terminal when %s hours are left', async (hours, words) => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.decision = endingIn(hours);
    await home.signIn(server);
    using terminal = new Terminal(home, ['auth', 'devices', 'list']);
    expect(await terminal.exit()).toBe(0);
    expect(terminal.text).toContain(
      `! your session on ${server.host} ends ${words}; renew it: difyctl auth login --host ${server.url} --insecure\n`,
    );
    expect(await home.run(['auth', 'devices', 'list'])).toMatchObject({ stderr: '' });
  });

  test('is not announced earlier', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    server.decision = endingIn(49);
    await home.signIn(server);
    using terminal = new Terminal(home, ['auth', 'devices', 'list']);
    expect(await terminal.exit()).toBe(0);
    expect(terminal.text).not.toContain('renew it');
  });
});
