// Part of npm run check: fails when docs/reference is not what the code would print.
import { existsSync, readFileSync } from 'node:fs';
import { inHouse } from '../house.ts';
import { pages } from './pages.ts';

const drifting = [...(await pages())].filter(([name, text]) => {
  const file = inHouse('docs', 'reference', name);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
});

if (drifting.length > 0) {
  const names = drifting.map(([name]) => `docs/reference/${name}`).join(', ');
  console.error(`${names} no longer say what the code says. Run "npm run docs" and commit what it prints.`);
  process.exitCode = 1;
}
