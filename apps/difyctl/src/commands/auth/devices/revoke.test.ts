import { describe, expect, test } from 'vitest';
import { DifyServer, refusal } from '../../../testing/dify-server.ts';
import { Home, LABEL } from '../../../testing/home.ts';
import { Terminal } from '../../../testing/terminal.ts';

const REVOKE = ['auth', 'devices', 'revoke'];
const labelsOn = (server: DifyServer) => [...server.sessions.values()].map(({ device_label }) => device_label);

/** A server with three sessions: two build runners and this machine. */
async function signedIn(home: Home): Promise<DifyServer> {
  const server = await DifyServer.start();
  server.addSession('difyctl on runner-1', '11111111-1111-4111-8111-111111111111');
  server.addSession('difyctl on runner-12', '22222222-2222-4222-8222-222222222222');
  await home.signIn(server);
  return server;
}

describe('auth devices revoke', () => {
  test.each([
    ['an exact label before a part of another', 'difyctl on runner-1', ['difyctl on runner-12', LABEL]],
    ['an exact id', '22222222-2222-4222-8222-222222222222', ['difyctl on runner-1', LABEL]],
    ['a part of a label in any case', 'RUNNER-12', ['difyctl on runner-1', LABEL]],
  ])('ends the session with %s', async (_, target, left) => {
    using home = new Home();
    await using server = await signedIn(home);
    expect(await home.run([...REVOKE, target])).toEqual({
      stdout: '✓ Revoked 1 session(s)\n',
      stderr: '',
      exitCode: 0,
    });
    expect(labelsOn(server)).toEqual(left);
  });

  test('ends every session but the current one', async () => {
    using home = new Home();
    await using server = await signedIn(home);
    expect(await home.run([...REVOKE, '--all'])).toMatchObject({ stdout: '✓ Revoked 2 session(s)\n', exitCode: 0 });
    expect(labelsOn(server)).toEqual([LABEL]);
    expect(await home.run([...REVOKE, '--all'])).toMatchObject({ stdout: 'no sessions to revoke\n', exitCode: 0 });
  });

  test('reads every page', async () => {
    using home = new Home();
    await using server = await DifyServer.start();
    for (let index = 0; index < 250; index += 1) server.addSession(`runner ${index}`);
    await home.signIn(server);
    expect((await home.run([...REVOKE, 'runner 0', '-y'])).stdout).toBe('✓ Revoked 1 session(s)\n');
    expect(server.seen.filter(({ method }) => method === 'GET').map(({ path }) => path)).toEqual([
      '/openapi/v1/account/sessions?page=1&limit=200',
      '/openapi/v1/account/sessions?page=2&limit=200',
    ]);
  });

  test('signs this machine out when it ends the current session', async () => {
    using home = new Home();
    await using server = await signedIn(home);
    const before = home.read('hosts.yml');
    expect(await home.run([...REVOKE, LABEL])).toEqual({ stdout: '✓ Revoked 1 session(s)\n', stderr: '', exitCode: 0 });
    expect((await home.run(['auth', 'whoami'])).exitCode).toBe(4);
    home.write('hosts.yml', before);
    expect((await home.run(['auth', 'token'])).stderr).toMatch(/^not_logged_in: no credential stored/);
    expect(labelsOn(server)).not.toContain(LABEL);
  });

  test.each([
    [
      ['runner'],
      'usage_invalid_flag: "runner" matches multiple sessions: difyctl on runner-12 (22222222-2222-4222-8222-222222222222), difyctl on runner-1 (11111111-1111-4111-8111-111111111111); pass an exact id to disambiguate\n',
    ],
    [['nobody'], 'usage_missing_arg: no session matches "nobody"\n'],
    [[], "usage_missing_arg: specify a device label / id, or pass --all\nhint: see 'difyctl auth devices list'\n"],
    [['runner-12', '--all'], 'usage_invalid_flag: pass either a device label / id or --all, not both\n'],
  ])('revokes nothing on %o', async (words, stderr) => {
    using home = new Home();
    await using server = await signedIn(home);
    expect(await home.run([...REVOKE, ...words])).toEqual({ stdout: '', stderr, exitCode: 2 });
    expect(server.sessions.size).toBe(3);
  });

  test('exits 4 when nobody is signed in, whatever is asked', async () => {
    using home = new Home();
    expect(await home.run(REVOKE)).toMatchObject({ stderr: expect.stringMatching(/^not_logged_in: /), exitCode: 4 });
  });

  test('tells the refusal of the server', async () => {
    using home = new Home();
    await using server = await signedIn(home);
    const [{ id } = { id: '' }] = server.sessions.values();
    server.replyTo(`DELETE /account/sessions/${id}`, refusal(404, 'not_found', 'session not found'));
    expect(await home.run([...REVOKE, id])).toEqual({
      stdout: '',
      stderr: [
        'not_found: session not found',
        `request: DELETE ${server.url}/openapi/v1/account/sessions/${id}`,
        'http_status: 404',
        '',
      ].join('\n'),
      exitCode: 1,
    });
  });
});

describe('auth devices revoke in a terminal', () => {
  test('asks, and revokes on y', async () => {
    using home = new Home();
    await using server = await signedIn(home);
    using terminal = new Terminal(home, [...REVOKE, '--all']);
    await terminal.shows('Revoke 2 session(s)? [y/N] ');
    expect(server.sessions.size).toBe(3);
    terminal.type('y\r');
    expect(await terminal.exit()).toBe(0);
    expect(terminal.text).toContain('✓ Revoked 2 session(s)\n');
    expect(server.sessions.size).toBe(1);
  });

  test.each(['\r', 'n\r', 'nonsense\r', '\u0004'])('revokes nothing on %j', async (answer) => {
    using home = new Home();
    await using server = await signedIn(home);
    using terminal = new Terminal(home, [...REVOKE, 'runner-12']);
    await terminal.shows('Revoke 1 session(s)? [y/N] ');
    terminal.type(answer);
    expect(await terminal.exit()).toBe(2);
    expect(server.sessions.size).toBe(3);
  });

  test('does not ask with -y', async () => {
    using home = new Home();
    await using server = await signedIn(home);
    using terminal = new Terminal(home, [...REVOKE, 'runner-12', '-y']);
    expect(await terminal.exit()).toBe(0);
    expect(terminal.text).not.toContain('[y/N]');
    expect(server.sessions.size).toBe(2);
  });
});
