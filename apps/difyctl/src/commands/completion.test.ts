import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDesktopProgram } from '@latchkey/tools/real/desktop-programs';
import { describe, expect, test } from 'vitest';
import { storeContexts } from '../testing/contexts.ts';
import { BIN, Home } from '../testing/home.ts';
import { Terminal } from '../testing/terminal.ts';

/** An environment in which `difyctl` is on the PATH. */
function withDifyctl(home: Home): Record<string, string> {
  const bin = join(home.folder, 'bin');
  mkdirSync(bin);
  symlinkSync(BIN, join(bin, 'difyctl'));
  return { ...home.env, PATH: `${bin}:${join(process.execPath, '..')}:${process.env.PATH}` };
}

function runIn(shell: string, words: readonly string[], home: Home): string {
  return execFileSync(shell, words, { env: withDifyctl(home), encoding: 'utf8' });
}

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

  test('works in bash', () => {
    using home = new Home();
    const script = `eval "$(difyctl completion bash)"
      COMP_WORDS=(difyctl auth devices l); COMP_CWORD=3; _difyctl; echo "\${COMPREPLY[@]}"
      COMP_WORDS=(difyctl use ""); COMP_CWORD=2; _difyctl; echo "\${COMPREPLY[@]}"`;
    expect(runIn('bash', ['-c', script], home)).toBe('list\nhost account workspace\n');
  });

  test('works in fish', () => {
    using home = new Home();
    const script = `difyctl completion fish | source
      complete -C 'difyctl auth devices l'; complete -C 'difyctl use '; complete -C 'difyctl auth list -o j'`;
    const fish = findDesktopProgram('fish');
    expect(runIn(fish, ['-c', script], home)).toBe('list\naccount\nhost\nworkspace\njson\n');
  });

  test('works in zsh, for somebody who presses Tab', async () => {
    using home = new Home();
    writeFileSync(
      join(home.folder, '.zshrc'),
      'autoload -Uz compinit && compinit -u -D\neval "$(difyctl completion zsh)"\nPS1="ready> "\n',
    );
    using terminal = new Terminal(home, [], withDifyctl(home), [findDesktopProgram('zsh'), '-i']);
    await terminal.shows('ready> ');
    terminal.type('difyctl conf\tpa\t\r');
    await terminal.shows(join(home.folder, 'config', 'config.yml'));
    terminal.type('exit 0\r');
    expect(await terminal.exit()).toBe(0);
  });

  test('has a script for PowerShell', async () => {
    using home = new Home();
    expect((await home.run(['completion', 'powershell'])).stdout).toMatch(
      /^Register-ArgumentCompleter -Native -CommandName difyctl .*difyctl completion candidates "--word=\$word"/s,
    );
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
