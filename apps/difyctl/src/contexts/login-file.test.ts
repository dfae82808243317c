import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ANN, approvalBy, DifyServer } from '../testing/dify-server.ts';
import { Home } from '../testing/home.ts';

const BOB = { id: '0191b1f0-0000-7000-8000-00000000b0b0', email: 'bob@example.com', name: 'Bob' };

/** As difyctl 1.17 leaves its files. */
function leaveBy117(home: Home, server: DifyServer): void {
  home.write(
    'login.yml',
    `schema_version: 1\nserver: ${server.url}\nemail: ann@example.com\naccount:\n  id: ${ANN.id}\n  email: ann@example.com\n  name: Ann\nworkspace_id: null\ntoken_storage: file\ninsecure: true\n`,
  );
  server.addSession('vm', '11111111-1111-4111-8111-111111111111');
  const [token] = server.sessions.keys();
  home.write('tokens.yml', `version: 1\ntokens:\n  ${server.host}:\n    ann@example.com: ${token}\n`);
}

describe('the sign-in of difyctl 1.17', () => {
  test('is a context like any other', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    leaveBy117(home, server);
    expect((await home.run(['auth', 'whoami'])).stdout).toBe('ann@example.com (Ann)\n');
    expect(await home.run(['auth', 'devices', 'list'])).toMatchObject({ stderr: '', exitCode: 0 });
  });

  test('stays beside a new one, and 1.17 finds the active one in its own file, and no member it would refuse', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    leaveBy117(home, server);
    server.decision = approvalBy(BOB);
    await home.signIn(server);
    expect((await home.run(['auth', 'list', '-o', 'name'])).stdout).toBe('ann@example.com\nbob@example.com\n');
    expect(parse(home.read('login.yml'))).toEqual({
      schema_version: 1,
      server: server.url,
      email: BOB.email,
      account: BOB,
      workspace_id: '0191b1f0-0000-7000-8000-00000000acee',
      token_storage: 'file',
      insecure: true,
    });
    await home.run(['use', 'account', '--email', ANN.email]);
    expect(parse(home.read('login.yml'))).toMatchObject({ email: ANN.email, account: ANN });
  });

  test('ends with a sign-out, in both files', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    leaveBy117(home, server);
    expect(await home.run(['auth', 'logout'])).toMatchObject({ stderr: '', exitCode: 0 });
    expect(server.sessions.size).toBe(0);
    expect((await home.run(['auth', 'whoami'])).exitCode).toBe(4);
    expect(() => home.read('login.yml')).toThrow('ENOENT');
  });

  test.each(['schema_version: 2\nemail: a@b.cc\n', '[]', ''])(
    'that cannot be understood is passed over: %j',
    async (content) => {
      using home = new Home();
      home.write('login.yml', content);
      expect((await home.run(['auth', 'list', '-o', 'name'])).stdout).toBe('\n');
    },
  );
});
