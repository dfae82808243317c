import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BuildInfo } from './src/build-info.ts';
import { printManual } from './src/manual.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Writes `dist/difyctl.cjs`, which `bin/difyctl.cjs` starts, and its manual page. The native keyring stays outside. */
export async function buildDifyctl(): Promise<void> {
  mkdirSync(path('dist'), { recursive: true });
  replace(path('dist/difyctl.1'), await printManual(readBuildInfo().version), 0o644);
  replace(path('dist/difyctl.cjs'), await bundleDifyctl({ embedded: false }), 0o755);
}

/** In one step, because tests start what is built while another one builds. */
function replace(file: string, content: string | Uint8Array, mode: number): void {
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, content);
  chmodSync(temporary, mode);
  renameSync(temporary, file);
}

/**
 * All of difyctl as one file: CommonJS, because node starts it fastest and loads what it requires only when it is
 * required. `embedded` is for the single executable, which carries the keyring inside.
 */
export async function bundleDifyctl({ embedded }: { readonly embedded: boolean }): Promise<Uint8Array> {
  const result = await build({
    entryPoints: [path('src/main.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    // `require` takes a fraction of the time that `import()` takes, and works inside of an executable.
    supported: { 'dynamic-import': false },
    ...(embedded
      ? { alias: { '@napi-rs/keyring': path('src/executable/embedded-keyring.ts') } }
      : { external: ['@napi-rs/keyring'], banner: { js: '#!/usr/bin/env node' } }),
    define: { DIFYCTL_BUILD: JSON.stringify(readBuildInfo()) },
  });
  const [bundle] = result.outputFiles;
  if (bundle === undefined) throw new Error('esbuild wrote nothing');
  return bundle.contents;
}

function readBuildInfo(): BuildInfo {
  const { version } = JSON.parse(readFileSync(path('package.json'), 'utf8')) as { version: string };
  const channel = /-([a-z]+)/.exec(version)?.[1] ?? 'stable';
  return { version, commit: git('%H') ?? 'unknown', buildDate: git('%cI') ?? '', channel };
}

/** A fact about the current commit; `undefined` outside of a repository. */
function git(format: string): string | undefined {
  try {
    return execFileSync('git', ['log', '-1', `--format=${format}`], {
      cwd: path('.'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildDifyctl();
