import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from './installation.mjs';

const ASKED = {
  '': { version: '0.1.0' },
  'packages/core': { version: '0.1.0' },
  'node_modules/@latchkey/core': { link: true },
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-zod' },
  'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-fsevents', optional: true },
  'apps/console/node_modules/vite': { version: '8.3.8', integrity: 'sha512-vite' },
};

const { 'node_modules/fsevents': _otherPlatform, ...PUT_DOWN } = ASKED;

let house: string;

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'latchkey-house-'));
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  mkdirSync(join(house, 'node_modules', 'node', 'bin'), { recursive: true });
  writeFileSync(join(house, 'node_modules', 'node', 'bin', name), '');
  write('package-lock.json', ASKED);
});

afterEach(() => rmSync(house, { recursive: true }));

test('a folder that npm has finished with is installed, whatever other platforms would need', () => {
  write('node_modules/.package-lock.json', PUT_DOWN);

  expect(isInstalled(house)).toBe(true);
});

test('a fresh clone is not installed', () => {
  rmSync(join(house, 'node_modules'), { recursive: true });

  expect(isInstalled(house)).toBe(false);
});

test('an installation that was interrupted is none', () => {
  expect(isInstalled(house)).toBe(false);
});

test('an installation without Node 24 is none', () => {
  write('node_modules/.package-lock.json', PUT_DOWN);
  rmSync(join(house, 'node_modules', 'node'), { recursive: true });

  expect(isInstalled(house)).toBe(false);
});

test.each([
  ['another version', { 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-zod' } }],
  ['another package under the same version', { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-else' } }],
  ['a workspace that came since', { 'node_modules/@latchkey/core': undefined }],
  ['a package of one workspace that is missing', { 'apps/console/node_modules/vite': undefined }],
])('%s makes an installation stale', (_, change) => {
  write('node_modules/.package-lock.json', { ...PUT_DOWN, ...change });

  expect(isInstalled(house)).toBe(false);
});

function write(file: string, packages: object): void {
  writeFileSync(join(house, file), JSON.stringify({ lockfileVersion: 3, packages }));
}
