import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { storeContexts } from './testing/contexts.ts';
import { BIN, Home } from './testing/home.ts';

describe('the command line', () => {
  test.each([
    [['auth', 'logn'], 'unknown command: auth logn\n\nDid you mean:\n  auth login\n'],
    [['atuh', 'list'], 'unknown command: atuh list\n'],
    [['auth', 'lists', '--json'], 'unknown command: auth lists --json\n\nDid you mean:\n  auth list\n'],
    [['-o', 'json', 'auth', 'list'], 'unknown command: -o json auth list\n'],
    [['use'], 'unknown command: use\n\nDid you mean:\n  use host\n  use account\n  use workspace\n'],
    [['auth', 'whoami', '--bogus'], 'unknown flag: --bogus\n'],
    [['auth', 'whoami', '-o', 'json'], 'unknown flag: -o\n'],
    [['auth', 'login', '--host'], 'flag --host expects a value\n'],
    [['auth', 'login', '--host', '--insecure'], 'flag --host expects a value\n'],
    [['auth', 'devices', 'list', '--page', 'abc'], 'expected integer, got "abc"\n'],
    [['auth', 'whoami', '--json=yes'], 'expected boolean, got "yes"\n'],
  ])('does not understand %o', async (words, stderr) => {
    using home = new Home();
    expect(await home.run(words)).toEqual({ stdout: '', stderr, exitCode: 1 });
  });

  test.each([
    [['auth', 'whoami', 'surplus', '-abc', '--', '--bogus'], 'ann@a.cc (Ann)\n'],
    [['auth', 'whoami', '--json=false'], 'ann@a.cc (Ann)\n'],
    [['auth', 'whoami', '--json=1', '--json=0'], 'ann@a.cc (Ann)\n'],
    [['-v', 'auth', 'whoami'], 'ann@a.cc (Ann)\n'],
    [['auth', '--verbose', 'list', '--output=name'], 'ann@a.cc\n'],
  ])('understands %o', async (words, stdout) => {
    using home = new Home();
    storeContexts(home, { 'a.example.com': ['ann@a.cc'] });
    expect(await home.run(words)).toEqual({ stdout, stderr: '', exitCode: 0 });
  });

  test('ends well when the reader of a pipe has read enough', async () => {
    using home = new Home();
    const child = spawn(process.execPath, [BIN, 'help', '-o', 'json'], { env: home.env });
    child.stdout.destroy();
    expect(await once(child, 'close')).toEqual([0, null]);
  });
});
