import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the server into one file; what is native or rarely needed stays outside and is loaded when it is. */
export async function buildServer(): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'src/main.ts')],
    outfile: join(import.meta.dirname, 'dist/latchkey.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    minifySyntax: true,
    sourcemap: 'linked',
    external: ['@node-rs/argon2', 'pg', 'pg-native', '@fastify/cors'],
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
}
