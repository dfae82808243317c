import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildExtension } from '../build.ts';
import { manifest } from './manifest.ts';

test('the extension comes with permission to Dify Cloud and no other page, and asks for others one by one', () => {
  const { host_permissions, optional_host_permissions, permissions } = manifest('1.0.0');

  expect(host_permissions).toEqual(['https://cloud.dify.ai/*']);
  expect(optional_host_permissions).toEqual(['*://*/*']);
  for (const wide of ['tabs', 'webRequest', 'history', 'downloads']) expect(permissions).not.toContain(wide);
});

test('it has no way to the network', () => {
  expect(manifest('1.0.0').content_security_policy.extension_pages).toContain("connect-src 'none'");
});

test('its archive holds the files of its folder, and is the same each time it is made', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-helper-'));
  try {
    await buildExtension(folder);
    const archive = readFileSync(join(folder, 'latchkey-helper.zip'));
    const packed = Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, Buffer.from(bytes)] as const);

    const unpacked = join(folder, 'unpacked');
    const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(unpacked, name)).isFile())
      .sort();
    expect(packed.map(([name]) => name).sort()).toEqual(files);
    expect(files).toEqual(expect.arrayContaining(['manifest.json', 'background.js', '_locales/ja/messages.json']));
    for (const [name, bytes] of packed) expect(bytes.equals(readFileSync(join(unpacked, name)))).toBe(true);
    await buildExtension(folder);
    expect(readFileSync(join(folder, 'latchkey-helper.zip')).equals(archive)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
