import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDesktopProgram } from '@latchkey/tools/real/desktop-programs';
import { describe, expect, test } from 'vitest';
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

describe('completion', () => {
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
});
