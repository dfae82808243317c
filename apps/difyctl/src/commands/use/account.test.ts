import { describe, expect, test } from 'vitest';
import { storeContexts } from '../../testing/contexts.ts';
import { Home } from '../../testing/home.ts';
import { Terminal } from '../../testing/terminal.ts';

const TWO = { 'a.example.com': ['ann@a.cc', 'bob@a.cc'], 'b.example.com': ['eve@b.cc'] };

describe('use account', () => {
  test('makes a stored account of the current host the active one', async () => {
    using home = new Home();
    storeContexts(home, TWO);
    expect(await home.run(['use', 'account', '--email', 'bob@a.cc'])).toEqual({
      stdout: '✓ Active account on a.example.com is now bob@a.cc\n',
      stderr: '',
      exitCode: 0,
    });
    expect((await home.run(['auth', 'whoami'])).stdout).toBe('bob@a.cc (Bob)\n');
  });

  test.each([
    [
      ['--email', 'eve@b.cc'],
      'usage_invalid_flag: unknown account "eve@b.cc" on a.example.com; known: ann@a.cc, bob@a.cc\n',
    ],
    [[], 'usage_missing_arg: --email is required (no TTY); known accounts on a.example.com: ann@a.cc, bob@a.cc\n'],
  ])('refuses %o', async (words, stderr) => {
    using home = new Home();
    storeContexts(home, TWO);
    expect(await home.run(['use', 'account', ...words])).toEqual({ stdout: '', stderr, exitCode: 2 });
  });

  test('exits 4 when no host is current', async () => {
    using home = new Home();
    expect(await home.run(['use', 'account', '--email', 'ann@a.cc'])).toEqual({
      stdout: '',
      stderr: "not_logged_in: not logged in\nhint: run 'difyctl use host' or 'difyctl auth login'\n",
      exitCode: 4,
    });
  });

  test('exits 4 when the account’s token is gone', async () => {
    using home = new Home();
    storeContexts(home, TWO);
    home.write('tokens.yml', 'version: 1\ntokens: {}\n');
    expect(await home.run(['use', 'account', '--email', 'bob@a.cc'])).toEqual({
      stdout: '',
      stderr:
        "not_logged_in: no credential stored for bob@a.cc on a.example.com\nhint: run 'difyctl auth login --host a.example.com'\n",
      exitCode: 4,
    });
  });

  test('lets a person at a terminal pick', async () => {
    using home = new Home();
    storeContexts(home, TWO);
    using terminal = new Terminal(home, ['use', 'account']);
    await terminal.shows('Select an account on a.example.com\n❯ * ann@a.cc  (Ann)\n    bob@a.cc  (Bob)\n');
    terminal.type('j\r');
    expect(await terminal.exit()).toBe(0);
    expect(terminal.text).toContain('✓ Active account on a.example.com is now bob@a.cc');
  });
});
