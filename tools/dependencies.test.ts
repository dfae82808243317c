import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { inHouse } from './house.ts';
import { workspaces } from './steps/workspaces.ts';

const names = z.record(z.string(), z.string()).default({});
const manifest = z.object({ dependencies: names, devDependencies: names });

test('every dependency has its line in docs/decisions/0008-dependencies.md, and no other has', () => {
  const used = ['.', ...workspaces()].flatMap((folder) => {
    const file = inHouse(folder, 'package.json');
    const { dependencies, devDependencies } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
    return [...Object.keys(dependencies), ...Object.keys(devDependencies)];
  });
  const theirs = used.filter((name) => !name.startsWith('@latchkey/'));
  const page = readFileSync(inHouse('docs', 'decisions', '0008-dependencies.md'), 'utf8');
  const rows = [...page.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));

  expect(rows.filter((name) => name !== 'Package').sort(byText)).toEqual([...new Set(theirs)].sort(byText));
});

function byText(one: string, other: string): number {
  return one < other ? -1 : 1;
}
