// npm run docs: prints docs/reference from the code.
import { mkdirSync, writeFileSync } from 'node:fs';
import { inHouse } from '../house.ts';
import { pages } from './pages.ts';

mkdirSync(inHouse('docs', 'reference'), { recursive: true });
for (const [name, text] of await pages()) writeFileSync(inHouse('docs', 'reference', name), text);
