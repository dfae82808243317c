import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connect, inviteMembers, listMembers, listWorkspaces } from '@latchkey/sdk/connect';
import { machineSessions } from '@latchkey/sdk/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser, openWindow } from './support/browser.ts';
import { Mailbox } from './support/mailbox.ts';
import { ANN, setUp } from './support/people.ts';
import { Server } from './support/server.ts';
import { setSignInPolicy } from './support/sign-in-policy.ts';
import { Terminal } from './support/terminal.ts';
import { startProxy } from './support/tls-proxy.ts';

const COMMAND = join(import.meta.dirname, '../apps/connect-dify/bin/connect-dify.cjs');
const SCRIPT = '"$@"; printf "<exit %s>" $?';
const NO_ENV = {};

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'connect-dify-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const environment = () => ({
  PATH: process.env.PATH ?? '',
  HOME: home,
  CONNECT_DIFY_HOME: home,
  CONNECT_DIFY_NO_KEYRING: '1',
});

const run = (...args: string[]) => promisify(execFile)(process.execPath, [COMMAND, ...args], { env: environment() });

const open = (...args: string[]) =>
  new Terminal(['-c', SCRIPT, 'sh', process.execPath, COMMAND, ...args], environment());

async function startSetUp(env: Record<string, string> = {}): Promise<Server> {
  const server = await Server.start(env);
  await setUp(server);
  return server;
}

describe('a script', () => {
  test('signs in, invites and lists, outlives its access token, and leaves', async () => {
    await using server = await startSetUp();
    const { session, name } = await connect({ ...ANN, server: server.address, env: NO_ENV });
    expect(name).toBe(ANN.name);

    const [invited] = await inviteMembers(session, ['bob@example.com'], 'editor');
    expect(invited?.status).toBe('success');
    await server.advance(3601);
    expect((await listMembers(session)).map(({ email }) => email)).toEqual([ANN.email, 'bob@example.com']);
    expect(await listWorkspaces(session)).toHaveLength(1);

    await server.advance(3601);
    expect(await session.disconnect()).toBe(true);
  });

  test('renews its session behind a TLS proxy with a certificate of its own, under __Host- names', async () => {
    await using server = await startSetUp({ LATCHKEY_TRUSTED_PROXIES: 'loopback' });
    await using proxy = await startProxy(server.address, 'https', 'https');
    const options = { ...ANN, server: proxy.address, disableSslVerification: true, env: NO_ENV };
    const { session } = await connect(options);
    expect(session.save().credentials).toMatchObject({ cookies: { family: '__Host-' } });

    await server.advance(3601);

    expect(await session.profile()).toMatchObject({ email: ANN.email, createdAt: expect.any(Date) });
  });

  test('is told that tokens of two sign-ins do not belong together, before the server is asked', async () => {
    await using server = await startSetUp();
    const tokensOf = async () => {
      const { credentials } = (await connect({ ...ANN, server: server.address, env: NO_ENV })).session.save();
      if (credentials.kind !== 'cookies') throw new Error('no cookies');
      return credentials.cookies;
    };
    const [one, other] = [await tokensOf(), await tokensOf()];
    const signIn = (accessToken: string, csrfToken: string) =>
      connect({ server: server.address, authMethod: 'AccessToken', accessToken, csrfToken, env: NO_ENV });

    await expect(signIn(one.access, other.csrf)).rejects.toMatchObject({ code: 'token_mismatch' });
    expect((await signIn(one.access, one.csrf)).email).toBe(ANN.email);
  });

  test('signs in by a code from a real letter', async () => {
    await using mailbox = await Mailbox.open();
    await using server = await startSetUp(mailbox.env);
    await setSignInPolicy(server, { email_code: true });
    const askCode = async () => (await mailbox.letterTo(ANN.email)).code;

    const options = { server: server.address, authMethod: 'Code', email: ANN.email, askCode, env: NO_ENV };
    expect(await connect(options)).toMatchObject({ email: ANN.email });
  });

  test('reads refusals in the server’s words', async () => {
    await using server = await startSetUp();

    await expect(connect({ ...ANN, server: server.address, password: 'wrong', env: NO_ENV })).rejects.toMatchObject({
      code: 'login_failed',
      serverCode: 'authentication_failed',
    });
  });
});

describe('connect-dify in a terminal', () => {
  test('asks for the password without showing it, and goes on with the session afterwards', async () => {
    await using server = await startSetUp();
    const terminal = open(server.address, '--email', ANN.email);
    await terminal.shows(/Enter password for ann@example\.com: /);
    terminal.type(`${ANN.password}\r`);

    expect(await terminal.exit()).toBe(0);

    expect(terminal.shown).not.toContain(ANN.password);
    expect(terminal.shown).toContain(`name     ${ANN.name}`);
    expect((await run('members', '--json')).stdout).toContain(ANN.email);
  });

  test('ends as misused when the person gives no password', async () => {
    await using server = await startSetUp();
    const terminal = open(server.address, '--email', ANN.email);
    await terminal.shows(/Enter password/);
    terminal.type('\x04');

    expect(await terminal.exit()).toBe(2);
    expect(terminal.shown).toContain('Password is required');
  });

  test('ends with 130 when a person presses ctrl-C', async () => {
    await using server = await startSetUp();
    const terminal = open(server.address, '--email', ANN.email);
    await terminal.shows(/Enter password/);
    terminal.type('\x03');

    expect(await terminal.exit()).toBe(130);
  });

  test('sets the variables of a shell, in which it then signs in by tokens', async () => {
    await using server = await startSetUp();
    const script = `eval "$('${process.execPath}' '${COMMAND}' '${server.address}' --email ${ANN.email} --password '${ANN.password}' --export bash)"
      CONNECT_DIFY_HOME='${home}/other' '${process.execPath}' '${COMMAND}' --json`;

    const { stdout } = await promisify(execFile)('bash', ['-c', script], { env: environment() });

    expect(JSON.parse(stdout)).toMatchObject({ server: server.address, email: ANN.email });
  });

  test('renews one session for ten programs at once', async () => {
    await using server = await startSetUp();
    await run(server.address, '--email', ANN.email, '--password', ANN.password);
    await server.advance(3601);

    const outcomes = await Promise.all(Array.from({ length: 10 }, () => run('profile', '--json')));

    expect(outcomes.map(({ stdout }) => JSON.parse(stdout).email)).toEqual(Array.from({ length: 10 }, () => ANN.email));
  });

  test('shares its session with a script on the machine, which may end it', async () => {
    await using server = await startSetUp();
    await run(server.address, '--email', ANN.email, '--password', ANN.password);

    const sessions = machineSessions(environment());
    const { isReused, session } = await connect({ server: server.address, sessions, env: NO_ENV });
    expect([isReused, session.email]).toEqual([true, ANN.email]);
    await session.disconnect();

    await expect(run('profile')).rejects.toMatchObject({ code: 4 });
  });

  test('disconnects, on the server and here', async () => {
    await using server = await startSetUp();
    await run(server.address, '--email', ANN.email, '--password', ANN.password);

    await server.advance(3601);

    expect((await run('disconnect', '--json')).stdout).toContain('"ended_on_server":true');
    await expect(run('profile')).rejects.toMatchObject({ code: 4 });
  });
});

test('a page of the server signs in by the published package, and the browser keeps the cookies', async () => {
  await using server = await startSetUp();
  const folder = join(home, 'sdk');
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../packages/sdk/build.ts'), folder]);
  const browser = await openBrowser();
  try {
    const { page } = await openWindow(browser);
    await page.route('**/sdk/**', (route) =>
      route.fulfill({ path: join(home, new URL(route.request().url()).pathname), contentType: 'text/javascript' }),
    );
    await page.goto(`${server.address}/signin`);

    // As text: what runs in a page is not compiled with the test.
    const name = await page.evaluate(`(async () => {
      const { connect } = await import('/sdk/connect/index.js');
      const { session } = await connect(${JSON.stringify({ ...ANN, server: server.address })});
      if (!(await session.renew())) throw new Error('not renewed');
      return (await session.profile()).name;
    })()`);

    expect(name).toBe(ANN.name);
    await page.goto(server.address);
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  } finally {
    await browser.close();
  }
});
