import { describe, expect, test } from 'vitest';
import { storeContexts } from '../../testing/contexts.ts';
import { Home } from '../../testing/home.ts';
import { Terminal } from '../../testing/terminal.ts';

const THREE = {
  'a.example.com': ['ann@a.cc', 'bob@a.cc'],
  'b.example.com': ['ann@b.cc'],
  'c.example.com': ['ann@c.cc'],
};
const active = async (home: Home) => (await home.run(['auth', 'whoami'])).stdout;

describe('use host', () => {
  test('makes a stored host the active one', async () => {
    using home = new Home();
    storeContexts(home, THREE);
    expect(await home.run(['use', 'host', '--domain', 'b.example.com'])).toEqual({
      stdout: '✓ Active host is now b.example.com\n',
      stderr: '',
      exitCode: 0,
    });
    expect(await active(home)).toBe('ann@b.cc (Ann)\n');
  });

  test.each(['BÜCHER.example', 'xn--bcher-kva.example', 'https://bücher.example/'])(
    'knows an international host as %s',
    async (domain) => {
      using home = new Home();
      storeContexts(home, { 'a.example.com': ['ann@a.cc'], 'xn--bcher-kva.example': ['ann@b.cc'] });
      expect((await home.run(['use', 'host', '--domain', domain])).stdout).toBe(
        '✓ Active host is now xn--bcher-kva.example\n',
      );
    },
  );

  test('refuses a host that nobody signed in to', async () => {
    using home = new Home();
    storeContexts(home, THREE);
    expect(await home.run(['use', 'host', '--domain', 'constructor'])).toEqual({
      stdout: '',
      stderr:
        'usage_invalid_flag: unknown host "constructor"; known hosts: a.example.com, b.example.com, c.example.com\n',
      exitCode: 2,
    });
  });

  test('needs the host where it cannot ask', async () => {
    using home = new Home();
    storeContexts(home, { 'a.example.com': ['ann@a.cc'] });
    expect(await home.run(['use', 'host'])).toEqual({
      stdout: '',
      stderr: 'usage_missing_arg: --domain is required (no TTY); known hosts: a.example.com\n',
      exitCode: 2,
    });
  });

  test('exits 4 when nothing is stored', async () => {
    using home = new Home();
    expect(await home.run(['use', 'host', '--domain', 'a'])).toMatchObject({
      stderr: "not_logged_in: not logged in\nhint: run 'difyctl auth login'\n",
      exitCode: 4,
    });
  });
});

describe('use host in a terminal', () => {
  test('lets a person pick with the arrow keys', async () => {
    using home = new Home();
    storeContexts(home, THREE);
    using terminal = new Terminal(home, ['use', 'host']);
    await terminal.shows(
      'Select a host\n❯ * a.example.com  (2 accounts)\n    b.example.com  (1 account)\n    c.example.com  (1 account)\n',
    );
    terminal.type('\u001b[B');
    await terminal.shows('❯   b.example.com  (1 account)');
    terminal.type('\r');
    expect(await terminal.exit()).toBe(0);
    expect(terminal.text).toContain('✓ Active host is now b.example.com');
    expect(await active(home)).toBe('ann@b.cc (Ann)\n');
  });

  test('moves with j and k, around both ends', async () => {
    using home = new Home();
    storeContexts(home, THREE);
    using terminal = new Terminal(home, ['use', 'host']);
    await terminal.shows('❯ * a.example.com');
    terminal.type('kkkkj\r');
    expect(await terminal.exit()).toBe(0);
    expect(await active(home)).toBe('ann@a.cc (Ann)\n');
  });

  test.each(['\u001b', '\u0003'])('changes nothing on %j', async (key) => {
    using home = new Home();
    storeContexts(home, THREE);
    using terminal = new Terminal(home, ['use', 'host']);
    await terminal.shows('❯ * a.example.com');
    terminal.type(`j${key}`);
    expect(await terminal.exit()).toBe(2);
    expect(terminal.text).toContain('usage_missing_arg: selection cancelled\n');
    expect(terminal.raw).toContain('\u001b[?25h');
    expect(await active(home)).toBe('ann@a.cc (Ann)\n');
  });
});
