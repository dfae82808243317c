import { describe, expect, test } from 'vitest';
import { approvalBy, DifyServer, refusal } from '../../testing/dify-server.ts';
import { Home } from '../../testing/home.ts';

const BOB = { id: '0191b1f0-0000-7000-8000-00000000b0b0', email: 'bob@example.com', name: 'Bob' };

describe('auth logout', () => {
  test('ends the session on the server and forgets it here', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    await home.run(['auth', 'logout']);
    expect(server.seen.at(-1)).toMatchObject({ method: 'DELETE', path: '/openapi/v1/account/sessions/self' });
    expect(server.sessions.size).toBe(0);
    expect(home.read('hosts.yml')).toBe('token_storage: file\nhosts: {}\n');
    expect(home.read('tokens.yml')).toBe('version: 1\ntokens: {}\n');
  });

  test('forgets the session also when the server cannot end it, and asks only once', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    server.replyTo('DELETE /account/sessions/self', refusal(500, 'internal_server_error', 'Internal Server Error'));
    const before = server.seen.length;
    await home.run(['auth', 'logout']);
    expect(server.seen).toHaveLength(before + 1);
    expect((await home.run(['auth', 'whoami'])).exitCode).toBe(4);
  });

  test('skips the server when the token is gone', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    home.remove('tokens.sealed');
    const before = server.seen.length;
    expect(await home.run(['auth', 'logout'])).toMatchObject({ stderr: '', exitCode: 0 });
    expect(server.seen).toHaveLength(before);
  });

  test('lets an account of the same host take over', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    server.decision = approvalBy(BOB);
    await home.signIn(server);
    await home.run(['auth', 'logout']);
    expect((await home.run(['auth', 'whoami'])).stdout).toBe('ann@example.com (Ann)\n');
  });

  test('names the account of another host that takes over', async () => {
    await using first = await DifyServer.start();
    await using second = await DifyServer.start();
    using home = new Home();
    await home.signIn(first);
    await home.signIn(second);
    expect((await home.run(['auth', 'logout'])).stderr).toBe(
      `! Active context is now ann@example.com on ${first.host}\n`,
    );
    expect(await home.run(['auth', 'devices', 'list'])).toMatchObject({ exitCode: 0 });
  });
});
