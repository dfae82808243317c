import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { storeContexts } from '../testing/contexts.ts';
import { BIN, Home } from '../testing/home.ts';

const candidates = async (home: Home, word: string, ...before: string[]) =>
  (await home.run(['completion', 'candidates', `--word=${word}`, '--', ...before])).stdout.split('\n').slice(0, -1);

describe('completion', () => {
  test('offers commands, flags, values and stored contexts', async () => {
    using home = new Home();
    storeContexts(home, { 'a.example.com': ['ann@a.cc', 'bob@a.cc'], 'b.example.com': ['eve@b.cc'] });
    expect(await candidates(home, 'au')).toEqual(['auth']);
    expect(await candidates(home, '', 'auth', 'devices')).toEqual(['list', 'revoke']);
    expect(await candidates(home, '--', 'use', 'host')).toEqual(['--domain', '--help', '--verbose']);
    expect(await candidates(home, '', 'auth', 'list', '-o')).toEqual(['json', 'yaml', 'name']);
    expect(await candidates(home, 'b', 'use', 'host', '--domain')).toEqual(['b.example.com']);
    expect(await candidates(home, '', 'use', 'account', '--email')).toEqual(['ann@a.cc', 'bob@a.cc']);
    expect(await candidates(home, '', 'auth', 'bogus')).toEqual([]);
  });

  test('works in bash', async () => {
    using home = new Home();
    const bin = join(home.folder, 'bin');
    mkdirSync(bin);
    symlinkSync(BIN, join(bin, 'difyctl'));
    const node = join(process.execPath, '..');
    const script = `eval "$(difyctl completion bash)"
      COMP_WORDS=(difyctl auth devices l); COMP_CWORD=3; _difyctl; echo "\${COMPREPLY[@]}"
      COMP_WORDS=(difyctl use ""); COMP_CWORD=2; _difyctl; echo "\${COMPREPLY[@]}"`;
    const env = { ...home.env, PATH: `${bin}:${node}:${process.env.PATH}` };
    expect(execFileSync('bash', ['-c', script], { env, encoding: 'utf8' })).toBe('list\nhost account workspace\n');
  });

  test.each(['zsh', 'fish', 'powershell'])('has a script for %s', async (shell) => {
    using home = new Home();
    expect((await home.run(['completion', shell])).stdout).toContain('difyctl completion candidates');
  });

  test('knows no other shell', async () => {
    using home = new Home();
    expect(await home.run(['completion', 'tcsh'])).toMatchObject({
      stderr:
        'illegal_argument: no completion for the shell "tcsh"\nhint: supported value: bash, zsh, fish, powershell\n',
      exitCode: 2,
    });
  });
});
