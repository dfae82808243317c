import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** What is published, by folder and by what it is imported as. */
const PUBLISHED = ['connect', 'node'];
const KEYRING = '@napi-rs/keyring';

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
  await build({
    entryPoints: [path('src/envelope.ts'), ...PUBLISHED.flatMap(modulesOf)],
    outdir: folder,
    outbase: path('src'),
    bundle: true,
    plugins: [ASIDE],
    external: ['node:*', KEYRING],
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
  });
  const options = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--rootDir', path('src')];
  const tsc = path('../../node_modules/.bin/tsc');
  execFileSync(tsc, ['-p', path('tsconfig.build.json'), ...options, '--outDir', folder], { stdio: 'inherit' });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), undefined, 2)}\n`);
  for (const name of ['README.md', '../../LICENSE']) copyFileSync(path(name), join(folder, basename(name)));
}

function modulesOf(folder: string): readonly string[] {
  const names = readdirSync(path(`src/${folder}`));
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => path(`src/${folder}/${name}`));
}

function manifest() {
  const own: { version: string; dependencies: Record<string, string> } = JSON.parse(
    readFileSync(path('package.json'), 'utf8'),
  );
  const entry = (folder: string) => [
    `./${folder}`,
    { types: `./${folder}/index.d.ts`, default: `./${folder}/index.js` },
  ];
  return {
    name: '@latchkey/sdk',
    version: own.version,
    description: 'Sign in to Dify from a script, by password, mail code or existing tokens',
    license: 'Apache-2.0',
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: Object.fromEntries(PUBLISHED.map(entry)),
    // Without it the key to kept sessions is in a file.
    peerDependencies: { [KEYRING]: `^${own.dependencies[KEYRING]}` },
    peerDependenciesMeta: { [KEYRING]: { optional: true } },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSdk(process.argv[2] ?? path('dist'));
