import { describe, expect, test } from 'vitest';
import { DifyServer } from '../testing/dify-server.ts';
import { Home } from '../testing/home.ts';
import { SecretService } from '../testing/secret-service.ts';

const login = ({ url }: DifyServer) => ['auth', 'login', '--host', url, '--insecure', '--no-browser'];
const tokenOn = (server: DifyServer) => [...server.sessions.keys()].at(-1) ?? '';

describe('a real Secret Service', { timeout: 60_000 }, () => {
  test('holds the token and nothing else, and gives it up at sign-out', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    using desktop = new SecretService();
    desktop.start();
    const run = (...words: string[]) => home.run(words, { env: desktop.env });
    expect(await run(...login(server))).toMatchObject({ exitCode: 0 });
    expect(desktop.count()).toBe(1);
    expect(home.read('hosts.yml')).toMatch(/^token_storage: keychain\n/);
    expect(() => home.read('tokens.yml')).toThrow('ENOENT');
    expect(() => home.read('tokens.sealed')).toThrow('ENOENT');
    expect((await run('auth', 'token')).stdout).toBe(`${tokenOn(server)}\n`);
    expect((await run('auth', 'status')).stdout).toContain('  Token: OS keychain\n');
    expect(await run('auth', 'logout')).toMatchObject({ stderr: '', exitCode: 0 });
    expect(server.sessions.size).toBe(0);
    expect(desktop.count()).toBe(0);
  });

  test('takes over a token that lay in a file, and takes the file’s away', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    using desktop = new SecretService();
    desktop.start();
    expect(await home.run(login(server), { env: desktop.env })).toMatchObject({ exitCode: 0 });
    const here = await home.run(['auth', 'token'], { env: desktop.env });
    expect(here.stdout).toBe(`${tokenOn(server)}\n`);
    expect(home.read('hosts.yml')).toMatch(/^token_storage: keychain\n/);
    home.write('hosts.yml', home.read('hosts.yml').replaceAll('keychain', 'file'));
    expect((await home.run(['auth', 'token'])).stderr).toMatch(/^not_logged_in: no credential stored/);
  });

  test('that is locked is told from one that is missing, by a command and at sign-in', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    using desktop = new SecretService();
    desktop.start();
    const run = (...words: string[]) => home.run(words, { env: desktop.env });
    await run(...login(server));
    desktop.lock();
    expect(await run('auth', 'devices', 'list')).toEqual({
      stdout: '',
      stderr: 'keyring_unavailable: OS keychain is locked\nhint: unlock it and try again\n',
      exitCode: 1,
    });
    expect((await run('auth', 'whoami')).stdout).toBe('ann@example.com (Ann)\n');

    using elsewhere = new SecretService();
    expect(await home.run(['auth', 'devices', 'list'], { env: elsewhere.env })).toEqual({
      stdout: '',
      stderr:
        "keyring_unavailable: OS keychain is unreachable\nhint: start it and try again, or run 'difyctl auth login' to keep the token in a sealed file\n",
      exitCode: 1,
    });

    const again = await run(...login(server));
    expect(again.stderr).toContain('! the OS keychain is locked; the token goes to a sealed file\n');
    expect(again.exitCode).toBe(0);
    expect((await run('auth', 'token')).stdout).toBe(`${tokenOn(server)}\n`);
  });

  test('that is locked does not keep a person from signing out: the server is not asked, this machine forgets', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    using desktop = new SecretService();
    desktop.start();
    await home.run(login(server), { env: desktop.env });
    desktop.lock();
    expect(await home.run(['auth', 'logout'], { env: desktop.env })).toEqual({
      stdout: `✓ Logged out of ${server.host}\n`,
      stderr: '',
      exitCode: 0,
    });
    expect(server.sessions.size).toBe(1);
    expect((await home.run(['auth', 'list', '-o', 'name'])).stdout).toBe('\n');
  });

  test('that is missing leaves the token to a sealed file, without a word', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    using desktop = new SecretService();
    const ended = await home.run(login(server), { env: desktop.env });
    expect(ended.stderr).not.toContain('keychain');
    expect(home.read('hosts.yml')).toMatch(/^token_storage: file\n/);
    expect((await home.run(['auth', 'token'])).stdout).toBe(`${tokenOn(server)}\n`);
  });
});
