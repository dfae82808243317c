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
    await home.run(['use', 'host', '--domain', 'b.example.com']);
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
});

describe('use host in a terminal', () => {
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
    expect(terminal.raw).toContain('\u001b[?25h');
    expect(await active(home)).toBe('ann@a.cc (Ann)\n');
  });
});
