import { describe, expect, test } from 'vitest';
import { Home } from '../testing/home.ts';

describe('help', () => {
  test.each([[[]], [['help']], [['--help']], [['-h']]])('lists every command and topic: %o', async (words) => {
    using home = new Home();
    const { stdout, ...ended } = await home.run(words);
    expect(ended).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toContain('\n  auth devices revoke  End sessions on the server\n');
    expect(stdout).toContain('\n  environment  Environment variables\n');
  });

  test.each([
    [['help', 'auth', 'devices', 'revoke']],
    [['auth', 'devices', 'revoke', '--help']],
    [['auth', 'devices', 'revoke', 'x', '-h']],
  ])('explains a command: %o', async (words) => {
    using home = new Home();
    const { stdout } = await home.run(words);
    expect(stdout).toContain('USAGE\n  difyctl auth devices revoke [<target>] [flags]\n');
    expect(stdout).toContain('\n  -y, --yes             Do not ask\n');
  });

  test.each([[['help', 'auth', 'devices']], [['auth', 'devices', '--help']]])('lists a group: %o', async (words) => {
    using home = new Home();
    const { stdout } = await home.run(words);
    expect(stdout).toContain('COMMANDS\n  auth devices list ');
    expect(stdout).not.toContain('auth login');
  });

  test.each(['account', 'agent', 'environment', 'external'])('explains the topic %s', async (topic) => {
    using home = new Home();
    expect(await home.run(['help', topic])).toMatchObject({
      stdout: expect.stringMatching(/\w/),
      stderr: '',
      exitCode: 0,
    });
  });

  test('describes everything for programs', async () => {
    using home = new Home();
    const everything = JSON.parse((await home.run(['help', '-o', 'json'])).stdout);
    expect(Object.keys(everything)).toEqual(['bin', 'contract', 'commands', 'topics']);
    const login = JSON.parse((await home.run(['auth', 'login', '--help', '-o', 'json'])).stdout);
    expect(everything.commands).toContainEqual(login);
    expect(login).toMatchObject({ command: 'auth login', effect: 'write', args: [], examples: expect.any(Array) });
    expect(login.flags).toContainEqual({
      name: 'insecure',
      type: 'boolean',
      default: false,
      multiple: false,
      description: 'Allow http:// and certificates that nobody vouches for (local development only)',
    });
  });

  test('describes a command in YAML', async () => {
    using home = new Home();
    expect((await home.run(['help', 'auth', 'list', '-o', 'yaml'])).stdout).toMatch(/^command: auth list\n/);
  });

  test('does not know every topic', async () => {
    using home = new Home();
    expect(await home.run(['help', 'me'])).toEqual({ stdout: '', stderr: 'unknown help topic: me\n', exitCode: 1 });
  });
});
