import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inHouse } from '../house.ts';

let programs: string;

beforeEach(() => {
  programs = mkdtempSync(join(tmpdir(), 'latchkey-programs-'));
  symlinkSync('/bin/sh', join(programs, 'sh'));
});

afterEach(() => rmSync(programs, { recursive: true }));

test('the browser that CHROMIUM_PATH names is taken', () => {
  expect(find({ CHROMIUM_PATH: process.execPath })).toEqual({ found: process.execPath, said: '' });
});

test('a CHROMIUM_PATH that names nothing stops the tests, whatever else there is', () => {
  put('chromium', '');

  expect(find({ CHROMIUM_PATH: '/nowhere/chromium' }).said).toContain('CHROMIUM_PATH names /nowhere/chromium');
});

test.each(['chromium', 'google-chrome'])('%s on PATH is taken', (name) => {
  put(name, '');

  expect(find({})).toEqual({ found: join(programs, name), said: '' });
});

test('without a browser, and unable to install one, the tests stop with the one command to run', () => {
  put('apt-get', 'echo no network >&2; exit 100');

  expect(find({}).said).toContain("Run: sudo sh -c 'apt-get update && apt-get install -y chromium'");
});

function put(name: string, script: string): void {
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

/** Looks for a browser on a machine that has only our programs. */
function find(env: Readonly<Record<string, string>>): { found: string; said: string } {
  const program = `
    import { findChromium } from ${JSON.stringify(inHouse('tools/real/chromium.ts'))};
    process.stdout.write(findChromium());`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { PATH: programs, ...env },
  });
  return { found: stdout, said: stderr };
}
