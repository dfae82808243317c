import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const HOME = import.meta.dirname;
/** What is on the way to the sign-in form travels in one file, which compresses best, and nothing else is in it. */
const ENTRANCE = { name: entranceOnly, debugName: 'entrance' };
const ENTRANCE_STARTS = ['src/main.tsx', 'src/pages/signin/sign-in-page.tsx'].map((file) => join(HOME, file));
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
      chunkSizeWarningLimit: 600,
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: [ENTRANCE, SHARED] }, chunkFileNames } },
    },
  });
  const files = await readdir(join(HOME, 'dist'), { recursive: true });
  await Promise.all(files.filter((file) => TEXT.test(file)).map((file) => compress(join(HOME, 'dist', file))));
}

interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

const entrance = new Set<string>();

function entranceOnly(id: string, modules: Modules): string | null {
  if (entrance.size === 0) for (const start of ENTRANCE_STARTS) collect(start, modules);
  return entrance.has(id) ? 'entrance' : null;
}

function collect(id: string, modules: Modules): void {
  if (entrance.has(id)) return;
  entrance.add(id);
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) collect(imported, modules);
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
