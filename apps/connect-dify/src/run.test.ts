import { DIFY_PERSON, startDify } from '@latchkey/sdk/testing';
import { describe, expect, test } from 'vitest';
import { ScriptedShell } from './testing/scripted-shell.ts';

const { email, password } = DIFY_PERSON;

async function connected(url: string): Promise<ScriptedShell> {
  const shell = new ScriptedShell({ PSDIFY_URL: url });
  expect((await shell.run(['--email', email, '--password', password])).code).toBe(0);
  return shell;
}

describe('connect-dify', () => {
  test('signs in and says where, as whom and to which version', async () => {
    await using dify = await startDify('1.14.2');

    const ended = await new ScriptedShell().run([dify.url, '--email', email, '--password', password]);

    expect(ended).toEqual({
      code: 0,
      stdout: `server   ${dify.url}\nversion  1.14.2\nname     Dify\nemail    ${email}\n`,
      stderr: '',
    });
  });

  test('takes PowerShell’s spelling, in any case', async () => {
    await using dify = await startDify('1.14.2');
    const args = ['-Server', dify.url, '-AUTHMETHOD', 'password', '-email', email, `-Password:${password}`, '-Json'];

    const ended = await new ScriptedShell().run(args);

    expect(JSON.parse(ended.stdout)).toEqual({ server: dify.url, version: '1.14.2', name: 'Dify', email });
  });

  test('takes the positions of the original, around what is named', async () => {
    await using dify = await startDify('1.14.2');

    const ended = await new ScriptedShell().run([dify.url, '-Email', email, 'Code'], ['314159']);

    expect(ended.code).toBe(0);
    expect(dify.asked).toContain('POST /email-code-login/validity');
  });

  test('asks for the password, which is not shown, and for the code', async () => {
    await using dify = await startDify('1.14.2');
    const shell = new ScriptedShell({ PSDIFY_URL: dify.url, PSDIFY_EMAIL: email });

    const byPassword = await shell.run([], [password]);
    expect([byPassword.code, byPassword.stderr]).toEqual([0, `Enter password for ${email}: (hidden)\n`]);

    const byCode = await shell.run(['--auth-method', 'code', '--force'], ['314159']);
    expect([byCode.code, byCode.stderr]).toEqual([0, `Enter the code sent to ${email}: \n`]);
  });

  test('asks nothing where nobody can answer', async () => {
    await using dify = await startDify('1.14.2');

    const ended = await new ScriptedShell({ PSDIFY_URL: dify.url }).run(['--email', email]);

    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: 'connect-dify: Password is required for password authentication\n',
    });
  });

  test('uses a session again, unless it is told not to', async () => {
    await using dify = await startDify('1.14.2');
    const shell = await connected(dify.url);
    const before = dify.asked.length;

    await shell.run([]);
    expect(dify.asked.slice(before)).toEqual(['GET /account/profile']);

    await shell.run(['--force', '--email', email, '--password', password]);
    expect(dify.asked.slice(before + 1)).toContain('POST /login');
  });

  test.each([
    [
      'bash',
      /^export PSDIFY_URL='http:.*\n.*\nexport PSDIFY_AUTH_METHOD='AccessToken'\nexport PSDIFY_ACCESS_TOKEN='e.*'\n/,
    ],
    ['fish', /^set -gx PSDIFY_URL 'http:.*\n/],
    ['powershell', /^\$env:PSDIFY_URL = 'http:.*\n/],
  ])('sets the environment of %s', async (shell, expected) => {
    await using dify = await startDify('1.14.2');

    const ended = await new ScriptedShell().run([
      dify.url,
      '--email',
      email,
      '--password',
      password,
      '--export',
      shell,
    ]);

    expect(ended.stdout).toMatch(expected);
  });

  test('takes a value that looks like a parameter behind an equals sign', async () => {
    await using dify = await startDify('1.14.2');
    const shell = new ScriptedShell({ PSDIFY_URL: dify.url, PSDIFY_EMAIL: email });

    expect((await shell.run(['--password=--json'])).code).toBe(4);
    expect((await shell.run(['--password', '-not-a-parameter'])).code).toBe(4);
    expect(dify.requests.map(({ body }) => body && JSON.parse(body).password)).toContain(btoa('--json'));
  });

  test('says that a server before 1.9.2 gives no tokens to export', async () => {
    await using dify = await startDify('1.9.1');
    const args = [dify.url, '--email', email, '--password', password, '--export', 'bash'];

    const ended = await new ScriptedShell().run(args);

    expect(ended.stdout).toBe(`export PSDIFY_URL='${dify.url}'\nexport PSDIFY_VERSION='1.9.1'\n`);
    expect(ended.stderr).toContain('takes no tokens');
  });

  test('exports tokens that sign in again by themselves', async () => {
    await using dify = await startDify('1.14.2');
    const { stdout } = await new ScriptedShell().run([
      dify.url,
      '--email',
      email,
      '--password',
      password,
      '--export=bash',
    ]);
    const env = Object.fromEntries(
      [...stdout.matchAll(/export (\w+)='(.*)'/g)].map(([, name, value]) => [name, value]),
    );

    expect((await new ScriptedShell(env).run([])).code).toBe(0);
  });

  test('without looking at certificates warns, and covers every request', async () => {
    await using dify = await startDify('1.14.2', { https: true });
    const args = [dify.url, '--email', email, '--password', password];

    const checked = await new ScriptedShell().run(args);
    expect([checked.code, checked.stderr]).toEqual([
      1,
      expect.stringMatching(/self-signed certificate.*\. With --insecure it is not checked\.\n$/),
    ]);
    const ended = await new ScriptedShell().run([...args, '--insecure']);
    expect([ended.code, ended.stderr]).toEqual([
      0,
      '! Certificates are not checked: anybody in between can read this session.\n',
    ]);
  });

  test.each([
    [['--password', 'wrong'], 4, /Failed to login to Dify on .*: Invalid email or password\.\n$/],
    [['--auth-method', 'Token'], 2, /Invalid value for AuthMethod/],
    [['--colour', 'red'], 2, /There is no parameter --colour\./],
    [['--email'], 2, /--email needs a value\./],
    [['--password', '--json'], 2, /--password needs a value\./],
    [['workspaces', 'switch', 'Second', 'Floor'], 2, /There is no place for Floor\./],
    [['members', 'list', 'ann'], 2, /There is no place for ann\./],
    [['--export', 'cmd'], 2, /--export takes bash, powershell or fish\./],
    [['--force=maybe'], 2, /--force takes no value\./],
    [['profil'], 2, /profil is not an http or https address/],
    [['profile', 'me'], 2, /There is no place for me\./],
    [['--auth-method', 'AccessToken', '--access-token', 'a'], 2, /CSRFToken is required/],
    [['--auth-method', 'AccessToken', '--access-token', 'a', '--csrf-token', 'a'], 4, /same text/],
  ])('%j ends with %i', async (args, code, words) => {
    await using dify = await startDify('1.14.2');
    const shell = new ScriptedShell({ PSDIFY_URL: dify.url, PSDIFY_EMAIL: email });

    const ended = await shell.run(args);

    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toMatch(words);
  });

  test('tells refusals as JSON where that was asked for', async () => {
    await using dify = await startDify('1.14.2');
    const shell = new ScriptedShell({ PSDIFY_URL: dify.url, PSDIFY_EMAIL: email });

    const ended = await shell.run(['--password', 'wrong', '--json']);

    expect(JSON.parse(ended.stderr)).toEqual({
      error: {
        code: 'login_failed',
        message: expect.stringContaining('Invalid email or password.'),
        http_status: 401,
        server_code: 'authentication_failed',
      },
    });
  });

  test.each([
    ['POST /login', { status: 429, body: { code: 'email_code_login_limit', message: 'Too many.' } }, 7],
    ['POST /login', { status: 502, body: { message: 'Bad gateway' } }, 1],
    ['GET /account/profile', { status: 503, body: { message: 'Unavailable' } }, 1],
  ] as const)('after %s was answered with %j ends with %i', async (line, answer, code) => {
    await using dify = await startDify('1.14.2');
    dify.answer(line, answer);

    expect((await new ScriptedShell().run([dify.url, '-email', email, '-password', password])).code).toBe(code);
  });

  test('lets no server write to the terminal', async () => {
    await using dify = await startDify('1.14.2');
    dify.answer('POST /login', { status: 401, body: { code: 'x', message: '\x1b[2JYou are\r\nsigned in' } });

    const ended = await new ScriptedShell().run([dify.url, '-email', email, '-password', password]);

    expect(ended.stderr).toMatch(/: {2}\[2JYou are {2}signed in\n$/);
  });

  test('for a server that is too old for tokens ends with 6', async () => {
    await using dify = await startDify('1.9.1');
    const args = [dify.url, 'AccessToken', '-AccessToken', 'a', '-CSRFToken', 'b'];

    expect((await new ScriptedShell().run(args)).code).toBe(6);
  });

  test('finds no server where there is none', async () => {
    const ended = await new ScriptedShell().run(['http://127.0.0.1:1', '--email', email, '--password', password]);

    expect([ended.code, ended.stdout]).toEqual([1, '']);
    expect(ended.stderr).toMatch(/^connect-dify: No answer from 127\.0\.0\.1:1: /);
  });

  test('explains itself', async () => {
    expect((await new ScriptedShell().run(['--help'])).stdout).toMatch(/^Usage: connect-dify/);
  });
});

describe('a kept session', () => {
  test('shows the profile, and is renewed and kept when it has expired', async () => {
    await using dify = await startDify('1.14.2');
    const shell = await connected(dify.url);
    const [before] = shell.sessions.kept;
    dify.expireAccess();

    const ended = await shell.run(['profile', '--json']);

    expect(JSON.parse(ended.stdout)).toMatchObject({ email, name: 'Dify' });
    expect(shell.sessions.kept[0]?.credentials).not.toEqual(before?.credentials);
  });

  test('manages members', async () => {
    await using dify = await startDify('1.14.2');
    const shell = await connected(dify.url);

    const invited = await shell.run(['members', 'invite', 'editor1@example.com', '--role', 'editor']);
    expect(invited.stdout).toMatch(/^EMAIL +STATUS +URL +MESSAGE\neditor1@example\.com +success +http/);
    expect((await shell.run(['members'])).stdout).toMatch(/editor1 +editor1@example\.com +editor +pending/);
    expect((await shell.run(['members', 'role', 'editor1@example.com', '--role', 'admin'])).code).toBe(0);
    expect((await shell.run(['members', 'role', 'editor1@example.com', '--role', 'owner'])).code).toBe(2);
    expect((await shell.run(['members', 'role', 'editor1@example.com'])).code).toBe(2);
    expect((await shell.run(['members', 'remove', 'editor1@example.com'])).code).toBe(0);
    expect((await shell.run(['members', 'remove', 'editor1@example.com'])).code).toBe(2);
  });

  test('says of every address that could not be invited that it was not', async () => {
    await using dify = await startDify('1.14.2');
    const shell = await connected(dify.url);

    const ended = await shell.run(['members', 'invite', 'new@example.com', email]);

    expect(ended.stdout).toMatch(
      /new@example\.com +success .*\ndify@example\.com +failed +Account already in team\.\n$/,
    );
    expect([ended.code, ended.stderr]).toEqual([1, 'connect-dify: 1 of 2 could not be invited.\n']);
  });

  test('removes a member only when the person in front of it says yes', async () => {
    await using dify = await startDify('1.14.2');
    const shell = await connected(dify.url);
    await shell.run(['members', 'invite', 'new@example.com']);
    const removal = ['members', 'remove', 'NEW@example.com'];

    expect((await shell.run(removal, ['n'])).stderr).toMatch(/^Remove new@example\.com from the workspace\? \[y\/N\]/);
    expect((await shell.run(['members'])).stdout).toContain('new@example.com');
    expect((await shell.run(removal, ['y'])).code).toBe(0);
    expect((await shell.run(['members'])).stdout).not.toContain('new@example.com');
  });

  test('tells times in ISO 8601, and names in snake_case', async () => {
    await using dify = await startDify('1.14.2');
    const shell = await connected(dify.url);

    expect(JSON.parse((await shell.run(['profile', '--json'])).stdout)).toEqual({
      ...{ id: 'account-1', name: 'Dify', email, interface_language: 'en-US', timezone: 'UTC' },
      ...{ last_login_at: '2023-11-14T22:13:20.000Z', last_login_ip: '127.0.0.1' },
      created_at: '2023-11-14T22:13:20.000Z',
    });
  });

  test('is the one of the server that the environment names, for every command', async () => {
    await using one = await startDify('1.14.2');
    await using other = await startDify('1.10.1');
    const shell = await connected(one.url);
    await shell.run(['--server', other.url, '--email', email, '--password', password]);

    await shell.run(['disconnect']);

    expect(one.asked.at(-1)).toBe('POST /logout');
    expect(shell.sessions.kept.map(({ server }) => server)).toEqual([other.url]);
  });

  test('lists and switches workspaces', async () => {
    await using dify = await startDify('1.14.2');
    const shell = await connected(dify.url);

    expect((await shell.run(['workspaces'])).stdout).toMatch(/^NAME +CURRENT +STATUS +ID\nDify's Workspace +\* /);
    expect((await shell.run(['workspaces', 'switch', 'Second'])).stdout).toMatch(/name +Second\n/);
    expect((await shell.run(['workspaces', 'current', '--json'])).stdout).toContain('"name":"Second"');
    expect((await shell.run(['workspaces', 'switch', 'Third'])).code).toBe(2);
  });

  test('ends on the server and here, also when the server is gone', async () => {
    const dify = await startDify('1.14.2');
    const shell = await connected(dify.url);
    expect((await shell.run(['disconnect'])).stdout).toMatch(/ended_on_server {2}yes\n$/);
    expect(dify.asked.at(-1)).toBe('POST /logout');
    expect(shell.sessions.kept).toEqual([]);
    expect((await shell.run(['disconnect'])).code).toBe(4);

    const again = await connected(dify.url);
    await dify[Symbol.asyncDispose]();
    const ended = await again.run(['disconnect']);
    expect([ended.code, again.sessions.kept]).toEqual([0, []]);
    expect(ended.stderr).toContain('did not confirm');
  });

  test('is of no use to whoever names another person, or holds another’s tokens', async () => {
    await using dify = await startDify('1.14.2');
    const shell = await connected(dify.url);
    const { length } = dify.asked;
    const claims = Buffer.from(JSON.stringify({ user_id: 'eve' })).toString('base64url');
    const tokens = { PSDIFY_AUTH_METHOD: 'AccessToken', PSDIFY_ACCESS_TOKEN: `e30.${claims}.x` };

    const ended = await shell.run(['members', 'remove', email, '--email', 'eve@example.com']);
    expect([ended.code, ended.stderr]).toEqual([4, expect.stringContaining(`as ${email}, and not as who is named`)]);
    Object.assign(shell.env, tokens);
    expect((await shell.run(['disconnect'])).code).toBe(4);
    expect(dify.asked).toHaveLength(length);

    shell.env.PSDIFY_AUTH_METHOD = 'Password';
    expect((await shell.run(['profile', '--email', email.toUpperCase()])).code).toBe(0);
  });

  test('is asked for before anything that needs one', async () => {
    const ended = await new ScriptedShell().run(['profile']);

    expect([ended.code, ended.stderr]).toEqual([4, 'connect-dify: You are not connected. Run connect-dify first.\n']);
  });
});

test.each([
  ['bash', /^unset PSDIFY_URL\n/],
  ['fish', /^set -e PSDIFY_URL\n/],
  ['powershell', /^Remove-Item Env:PSDIFY_URL -ErrorAction SilentlyContinue\n/],
])('the environment of %s is emptied, of secrets too, also where no session is kept', async (name, expected) => {
  const ended = await new ScriptedShell().run(['disconnect', '--export', name]);

  expect(ended.stdout).toMatch(expected);
  for (const secret of ['PASSWORD', 'ACCESS_TOKEN', 'CSRF_TOKEN']) expect(ended.stdout).toContain(`PSDIFY_${secret}`);
  expect(ended.code).toBe(4);
});

test('a fresh server is set up with the init password that its operator has set', async () => {
  await using dify = await startDify('1.14.2', { fresh: { initPassword: 'letmein1' } });
  const shell = new ScriptedShell({ PSDIFY_URL: dify.url, PSDIFY_PASSWORD: 'violet harbour 7' });

  const ended = await shell.run(['initialize', '--email', 'ann@example.com', '--name', 'Ann'], ['letmein1']);

  expect(ended.stderr).toBe(`Enter init password for ${dify.url}: (hidden)\n`);
  expect(ended.stdout).toContain('name     Ann\n');
});

test('the version of a server is asked without a session', async () => {
  await using dify = await startDify('1.10.1');

  const ended = await new ScriptedShell().run(['version', dify.url, '--json']);

  expect(JSON.parse(ended.stdout)).toEqual({ server: dify.url, version: '1.10.1', plugin_support: true });
});
