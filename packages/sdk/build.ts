import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const DIST = path('dist');

/** Writes `dist`, the package as it is published: ESM with types, and nothing to install beside it. */
export async function buildSdk(): Promise<void> {
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST, { recursive: true });
  await build({
    entryPoints: [path('src/connect/index.ts')],
    outfile: join(DIST, 'connect/index.js'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    external: ['node:*'],
  });
  const options = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--rootDir', path('src')];
  const typescript = [path('../../node_modules/.bin/tsc'), '-p', path('tsconfig.build.json'), ...options];
  execFileSync(typescript[0] ?? '', [...typescript.slice(1), '--outDir', DIST], { stdio: 'inherit' });
  const { version } = JSON.parse(readFileSync(path('package.json'), 'utf8')) as { version: string };
  writeFileSync(join(DIST, 'package.json'), `${JSON.stringify(manifest(version), undefined, 2)}\n`);
}

function manifest(version: string) {
  return {
    name: '@latchkey/sdk',
    version,
    description: 'Sign in to Dify from a script, by password, mail code or existing tokens',
    license: 'Apache-2.0',
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: { './connect': { types: './connect/index.d.ts', default: './connect/index.js' } },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSdk();
