import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inHouse } from '../house.ts';

const NAME = 'latchkey-test-program';

let programs: string;

beforeEach(() => {
  programs = mkdtempSync(join(tmpdir(), 'latchkey-programs-'));
  symlinkSync('/bin/sh', join(programs, 'sh'));
});

afterEach(() => rmSync(programs, { recursive: true }));

test('a program on PATH is taken', () => {
  put(NAME, '');

  expect(find()).toEqual({ found: join(programs, NAME), said: '' });
});

test('without it, and unable to install it, the tests stop with the one command to run', () => {
  put('apt-get', 'echo no network >&2; exit 100');

  expect(find().said).toContain(
    "Run: sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends a-package'",
  );
});

function put(name: string, script: string): void {
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** Looks for the program on a machine that has only ours. */
function find(): { found: string; said: string } {
  const program = `
    import { installedProgram } from ${JSON.stringify(inHouse('tools/real/installed-program.ts'))};
    process.stdout.write(installedProgram('${NAME}', 'a-package'));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { PATH: programs },
  });
  return { found: stdout, said: stderr };
}
