import { describe, expect, test } from 'vitest';
import { DifyServer } from '../../testing/dify-server.ts';
import { Home } from '../../testing/home.ts';

const [TOKEN, ID] = ['dfoa_brought-along', '11111111-1111-4111-8111-111111111111'];

/** A server that knows the token as one of Ann's. */
async function startKnowing(token: string): Promise<DifyServer> {
  const server = await DifyServer.start();
  const session = server.addSession('a script', ID);
  server.sessions.clear();
  server.sessions.set(token, session);
  return server;
}

describe('auth login --with-token', () => {
  test('stores a token from standard input as whoever it belongs to', async () => {
    await using server = await startKnowing(TOKEN);
    using home = new Home();
    const words = ['auth', 'login', '--host', server.url, '--insecure', '--with-token'];
    await home.run(words, { input: `${TOKEN}\n` });
    expect((await home.run(['auth', 'token'])).stdout).toBe(`${TOKEN}\n`);
  });

  test('ends nothing it cannot tell from the session of the token', async () => {
    await using server = await startKnowing(TOKEN);
    using home = new Home();
    await home.run(['auth', 'login', '--host', server.url, '--insecure', '--with-token'], { input: TOKEN });
    expect(await home.run(['auth', 'devices', 'revoke', '--all'])).toMatchObject({
      stderr: expect.stringContaining('cannot tell which session is the current one'),
      exitCode: 1,
    });
    expect(server.sessions.size).toBe(1);
  });

  test('stores no token that the server does not take', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    const words = ['auth', 'login', '--host', server.url, '--insecure', '--with-token'];
    await home.run(words, { input: TOKEN });
    expect((await home.run(['auth', 'whoami'])).exitCode).toBe(4);
  });
});

describe('DIFY_TOKEN', () => {
  test('signs a script in without any file', async () => {
    await using server = await startKnowing(TOKEN);
    using home = new Home();
    const env = { DIFY_TOKEN: TOKEN, DIFY_HOST: server.url };
    expect((await home.run(['auth', 'whoami'], { env })).stdout).toBe('ann@example.com (Ann)\n');
    expect((await home.run(['auth', 'token'], { env })).stdout).toBe(`${TOKEN}\n`);
    expect((await home.run(['auth', 'devices', 'list'], { env })).stdout).toContain('\na script  ');
    expect(await home.run(['auth', 'status', '--json'], { env })).toMatchObject({
      stdout: expect.stringContaining('"token_storage":"environment"'),
      exitCode: 0,
    });
    expect((await home.run(['auth', 'devices', 'revoke', ID], { env })).exitCode).toBe(0);
    expect(server.sessions.size).toBe(0);
    expect(() => home.mode()).toThrow('ENOENT');
  });

  test('goes before the stored context', async () => {
    await using stored = await DifyServer.start();
    await using brought = await startKnowing(TOKEN);
    using home = new Home();
    await home.signIn(stored);
    const env = { DIFY_TOKEN: TOKEN, DIFY_HOST: brought.url };
    expect((await home.run(['auth', 'devices', 'list'], { env })).stdout).toContain('\na script  ');
  });

  test('is sent nowhere when DIFY_HOST does not say where', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    const before = server.seen.length;
    expect((await home.run(['auth', 'devices', 'list'], { env: { DIFY_TOKEN: TOKEN } })).exitCode).toBe(2);
    expect(server.seen).toHaveLength(before);
  });
});
