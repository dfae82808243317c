import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { inHouse } from '../house.ts';

/** An import as somebody might write it: where, and of what. */
export interface Planted {
  readonly file: string;
  readonly imports: string;
}

/**
 * Writes imports into a new folder that has the repository's `biome.json`, and returns for each what the import walls
 * say to it: nothing, or the message of the wall it runs into.
 */
export function plant(all: readonly Planted[]): (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-walls-'));
  try {
    for (const config of ['biome.json', '.gitignore']) cpSync(inHouse(config), join(folder, config));
    const places = all.map(({ file, imports }) => {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      appendFileSync(path, `export * from '${imports}';\n`);
      return `${file}:${readFileSync(path, 'utf8').split('\n').length - 1}`;
    });
    const findings = lint(folder);
    return places.map((place) => findings.get(place));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      message: z.string(),
      location: z.object({ path: z.string(), start: z.object({ line: z.int() }) }),
    }),
  ),
});

/** The findings of the import walls, by file and line. */
function lint(folder: string): Map<string, string> {
  const biome = inHouse('node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const args = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none'];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = reportSchema.parse(JSON.parse(stdout));
  return new Map(diagnostics.map(({ message, location: { path, start } }) => [`${path}:${start.line}`, message]));
}
