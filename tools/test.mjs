// npm test: sets this folder up and runs every check and test; arguments are filters for vitest.
import './set-up/refuse-old-node.mjs';
import { join } from 'node:path';
import { HOUSE } from './set-up/house.mjs';
import { NODE_24 } from './set-up/installation.mjs';
import { main } from './set-up/main.mjs';
import { runChild } from './set-up/run-child.mjs';
import { setUp } from './set-up/set-up.mjs';

await main(async () => {
  const startedAt = Date.now();
  await setUp({ build: true });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`ok   ${'set-up'.padEnd(12)} ${seconds.padStart(6)} s`);
  return runChild(NODE_24, [join(HOUSE, 'tools', 'test.ts'), ...process.argv.slice(2)]);
});
