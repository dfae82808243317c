import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { inHouse } from '../house.ts';

const root = z.object({ workspaces: z.array(z.string()) });

/** The folders of all workspaces, relative to the repository. */
export function workspaces(): string[] {
  const { workspaces: patterns } = root.parse(JSON.parse(readFileSync(inHouse('package.json'), 'utf8')));
  const packages = patterns.map((pattern) => `${pattern}/package.json`);
  return globSync(packages, { cwd: inHouse() }).map(dirname).sort();
}
