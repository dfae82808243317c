import { describe, expect, test } from 'vitest';
import { DifyServer } from '../../../testing/dify-server.ts';
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
    await home.run([...REVOKE, target]);
    expect(labelsOn(server)).toEqual(left);
  });

  test('ends every session but the current one', async () => {
    using home = new Home();
    await using server = await signedIn(home);
    await home.run([...REVOKE, '--all']);
    expect(labelsOn(server)).toEqual([LABEL]);
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
    await home.run([...REVOKE, LABEL]);
    expect((await home.run(['auth', 'whoami'])).exitCode).toBe(4);
    home.write('hosts.yml', before);
    expect((await home.run(['auth', 'token'])).stderr).toMatch(/^not_logged_in: no credential stored/);
    expect(labelsOn(server)).not.toContain(LABEL);
  });

  test.each([[['runner']], [['runner-12', '--all']]])('revokes nothing on %o', async (words) => {
    using home = new Home();
    await using server = await signedIn(home);
    expect((await home.run([...REVOKE, ...words])).exitCode).toBe(2);
    expect(server.sessions.size).toBe(3);
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
});
