import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inHouse } from '../house.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-npm-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ['npm error code ENOTFOUND', 'npm could not get the packages from its registry (ENOTFOUND). Check the network'],
  ['npm error code E403\nnpm error 403 Forbidden', 'npm could not get the packages from its registry (E403).'],
  ['npm error code EUSAGE', 'package.json and package-lock.json do not agree.'],
  ['npm error code ENOSPC', 'The disk is full'],
  ['npm error code EACCES', 'npm may not write in '],
  ['npm error code EBADPLATFORM', 'npm ci failed; its own words are above.'],
])('%j is shown and explained', (npmSays, explanation) => {
  const { status, stderr } = installWith(`console.error(${JSON.stringify(npmSays)}); process.exitCode = 1;`);

  expect(status).toBe(1);
  expect(stderr).toContain(npmSays);
  expect(stderr).toContain(explanation);
  expect(stderr).not.toContain('    at ');
});

test('npm is heard only when it fails', () => {
  const { status, stdout, stderr } = installWith('console.log("added 333 packages in 42s")');

  expect(stderr).toBe('Installing the dependencies of this folder; this takes about a minute.\n');
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

/** Runs our part of an installation with an npm that only says something. */
function installWith(npm: string) {
  const npmCli = join(folder, 'npm-cli.js');
  writeFileSync(npmCli, npm);
  const program = `
    import { install } from ${JSON.stringify(inHouse('tools/set-up/install.mjs'))};
    import { main } from ${JSON.stringify(inHouse('tools/set-up/main.mjs'))};
    await main(async () => {
      await install();
      return 0;
    });`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: npmCli, npm_node_execpath: outsideNode() },
  });
}

/** A Node that does not look like the one in `node_modules`, under which npm is never run. */
function outsideNode(): string {
  const wrapper = join(folder, 'node');
  writeFileSync(wrapper, `#!/bin/sh\nexec ${JSON.stringify(process.execPath)} "$@"\n`, { mode: 0o755 });
  return wrapper;
}
