import { describe, expect, test } from 'vitest';
import { Home } from '../testing/home.ts';

describe('help', () => {
  test.each([
    [[[], ['help'], ['--help'], ['-h']]],
    [
      [
        ['help', 'auth', 'devices', 'revoke'],
        ['auth', 'devices', 'revoke', '--help'],
        ['auth', 'devices', 'revoke', 'x', '-h'],
      ],
    ],
    [
      [
        ['help', 'auth', 'devices'],
        ['auth', 'devices', '--help'],
      ],
    ],
  ])('is the same however it is asked for: %o', async (ways) => {
    using home = new Home();
    const pages = await Promise.all(ways.map((words) => home.run(words)));
    expect(pages).toEqual(pages.map(() => pages[0]));
    expect(pages[0]).toMatchObject({ stdout: expect.stringContaining('USAGE'), stderr: '', exitCode: 0 });
  });

  test('describes everything for programs', async () => {
    using home = new Home();
    const everything = JSON.parse((await home.run(['help', '-o', 'json'])).stdout);
    expect(Object.keys(everything)).toEqual(['bin', 'contract', 'commands', 'topics']);
    const login = JSON.parse((await home.run(['auth', 'login', '--help', '-o', 'json'])).stdout);
    expect(everything.commands).toContainEqual(login);
  });
});
