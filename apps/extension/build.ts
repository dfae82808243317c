import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { drawIcon } from './build/draw-icon.ts';
import { ICON_SIZES, manifest } from './build/manifest.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Writes `unpacked`, to be loaded as it is, and `latchkey-helper.zip`, the same bytes from the same sources. */
export async function buildExtension(folder = path('dist')): Promise<void> {
  const unpacked = join(folder, 'unpacked');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(unpacked, 'icons'), { recursive: true });
  await build({
    entryPoints: ['background', 'options', 'offscreen'].map((name) => path(`src/${name}.ts`)),
    outdir: unpacked,
    bundle: true,
    format: 'iife',
    target: 'chrome123',
    legalComments: 'none',
  });
  for (const file of ['options.html', 'options.css', 'offscreen.html'])
    cpSync(path(`src/${file}`), join(unpacked, file));
  cpSync(path('_locales'), join(unpacked, '_locales'), { recursive: true });
  for (const size of ICON_SIZES) writeFileSync(join(unpacked, 'icons', `${size}.png`), drawIcon(size));
  const { version } = JSON.parse(readFileSync(path('package.json'), 'utf8')) as { version: string };
  writeFileSync(join(unpacked, 'manifest.json'), `${JSON.stringify(manifest(version), undefined, 2)}\n`);
  writeFileSync(join(folder, 'latchkey-helper.zip'), zip(unpacked));
}

/** With one time for every file, so that the same sources give the same archive. */
function zip(folder: string): Uint8Array {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort((one, other) => (one < other ? -1 : 1));
  const entries = files.map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file)] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(2026, 0, 1) });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildExtension();
