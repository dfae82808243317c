import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the server: a small start and what it loads; what is native or rarely needed stays outside and is loaded when it is. */
export async function buildServer(): Promise<void> {
  const folder = join(import.meta.dirname, 'dist');
  await rm(folder, { recursive: true, force: true });
  await build({
    entryPoints: [join(import.meta.dirname, 'src/main.ts')],
    entryNames: 'latchkey',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    external: ['@node-rs/argon2', 'pg', 'pg-native', '@fastify/cors'],
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
}
