import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** A module stays a module, so that bundlers take only what is used. */
const ASIDE: Plugin = {
  name: 'aside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\..*\.ts$/ }, ({ path: name, kind }) =>
      kind === 'entry-point' ? undefined : { path: name.replace(/\.ts$/, '.js'), external: true },
    ),
};

/** Writes a folder anew, as the package is published: ESM with types, and nothing to install beside it. */
export async function buildSdk(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const modules = readdirSync(path('src/connect')).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  await build({
    entryPoints: [path('src/envelope.ts'), ...modules.map((name) => path(`src/connect/${name}`))],
    outdir: folder,
    outbase: path('src'),
    bundle: true,
    plugins: [ASIDE],
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
  });
  const options = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--rootDir', path('src')];
  const tsc = path('../../node_modules/.bin/tsc');
  execFileSync(tsc, ['-p', path('tsconfig.build.json'), ...options, '--outDir', folder], { stdio: 'inherit' });
  const { version } = JSON.parse(readFileSync(path('package.json'), 'utf8')) as { version: string };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(version), undefined, 2)}\n`);
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

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSdk(process.argv[2] ?? path('dist'));
