import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const BUNDLE = path('dist/connect-dify.cjs');

/** Writes `dist/connect-dify.cjs`: one file for Node 20 and later. The native keyring stays outside. */
export async function buildConnectDify(): Promise<void> {
  const result = await build({
    entryPoints: [path('src/main.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    external: ['@napi-rs/keyring'],
    banner: { js: '#!/usr/bin/env node' },
  });
  const [bundle] = result.outputFiles;
  if (bundle === undefined) throw new Error('esbuild wrote nothing');
  mkdirSync(path('dist'), { recursive: true });
  const temporary = `${BUNDLE}.${process.pid}`;
  writeFileSync(temporary, bundle.contents);
  chmodSync(temporary, 0o755);
  renameSync(temporary, BUNDLE);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildConnectDify();
