import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const HOME = import.meta.dirname;
// Few files with much in common compress better than many small ones.
const SHARED = { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 40_000 };
const TEXT = /\.(?:css|js|svg)$/;

/** Builds the pages into `dist/`, every text asset with its `.br` and `.gz` beside it. */
export async function buildConsole(): Promise<void> {
  await build({
    configFile: false,
    root: HOME,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      target: 'es2022',
      // The content security policy allows no font from a data: address.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: [SHARED] }, chunkFileNames } },
    },
  });
  const files = await readdir(join(HOME, 'dist'), { recursive: true });
  await Promise.all(files.filter((file) => TEXT.test(file)).map((file) => compress(join(HOME, 'dist', file))));
}

function chunkFileNames({ name }: { name: string }): string {
  return name.startsWith(SHARED.name) ? 'assets/shared-[hash].js' : 'assets/[name]-[hash].js';
}

async function compress(file: string): Promise<void> {
  const text = await readFile(file);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(text, { params: quality }));
  await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
}
