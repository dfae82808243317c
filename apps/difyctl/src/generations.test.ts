import { describe, expect, test } from 'vitest';
import { DifyServer, PENDING, USER_CODE } from './testing/dify-server.ts';
import { Home } from './testing/home.ts';

const BETA = '0191b1f0-0000-7000-8000-0000000be7a0';
const OVER = "hint: run 'difyctl auth login' to sign in again\n";

async function approve({ url }: DifyServer, headers: Record<string, string>): Promise<number> {
  const { status } = await fetch(`${url}/openapi/v1/oauth/device/approve`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ user_code: USER_CODE }),
  });
  return status;
}

describe.each(['1.14.2', '1.16.0', '1.17.1'])('against Dify %s', { timeout: 60_000 }, (version) => {
  test('a person signs in on the page, uses every command of an account, and signs out', async () => {
    await using server = await DifyServer.start({ version });
    using home = new Home();
    server.decision = PENDING;
    const signingIn = home.signIn(server);
    await expect.poll(() => server.seen.some(({ path }) => path.endsWith('/token')), { timeout: 30_000 }).toBe(true);
    const wantsCsrf = version.startsWith('1.17');
    expect(await approve(server, { cookie: 'access_token=a; csrf_token=b' })).toBe(wantsCsrf ? 401 : 200);
    const proved = await approve(server, { cookie: 'access_token=a; csrf_token=b', 'x-csrf-token': 'b' });
    expect(proved).toBe(wantsCsrf ? 200 : 404);
    expect(await signingIn).toMatchObject({ stdout: expect.stringContaining('✓ Logged in'), exitCode: 0 });

    for (const words of [
      ['auth', 'status'],
      ['auth', 'devices', 'list'],
      ['use', 'workspace', BETA],
    ]) {
      expect(await home.run(words)).toMatchObject({ stderr: '', exitCode: 0 });
    }
    expect((await home.run(['version', '--check-compat'])).exitCode).toBe(0);
    expect(await home.run(['auth', 'logout'])).toMatchObject({ stderr: '', exitCode: 0 });
    expect(server.sessions.size).toBe(0);
  });

  test.each([[['auth', 'status']], [['auth', 'devices', 'list']]])('a dead session exits 4 on %o', async (words) => {
    await using server = await DifyServer.start({ version });
    using home = new Home();
    await home.signIn(server);
    server.sessions.clear();
    const ended = await home.run([...words, '--http-retry', '0']);
    expect(ended.exitCode).toBe(4);
    expect(ended.stderr).toContain(OVER);
  });
});

describe('what only some releases answer', () => {
  test('a 1.17 that insists on its newest catalog is told its name', async () => {
    await using server = await DifyServer.start({ wantsCatalog: true });
    using home = new Home();
    await home.signIn(server);
    expect(await home.run(['auth', 'devices', 'list'])).toMatchObject({ stderr: '', exitCode: 0 });
    expect(await home.run(['use', 'workspace', BETA])).toMatchObject({ stderr: '', exitCode: 0 });
    expect(server.workspaces.find(({ current }) => current)?.id).toBe(BETA);
  });
});
