import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

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
    plugins: [leanStart],
    external: ['@node-rs/argon2', 'pg', 'pg-native', '@fastify/cors'],
    banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
}

/**
 * Leaves out what every start would load for nothing: fetch and WebSocket, which Node's http shows when it is imported as
 * an ES module, and the languages of zod, whose words nobody here reads.
 */
const leanStart: Plugin = {
  name: 'lean-start',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:http$/ }, () => ({ path: 'http', namespace: 'lean' }));
    onLoad({ filter: /^http$/, namespace: 'lean' }, () => ({ contents: "module.exports = require('http')" }));
    onLoad({ filter: /zod.v4.locales.index\.js$/ }, () => ({ contents: "export { default as en } from './en.js'" }));
  },
};
