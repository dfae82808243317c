// node tools/with-node.mjs FILE.ts [ARGUMENT…]: runs a TypeScript file under Node 24, after installing if need be.
import './set-up/refuse-old-node.mjs';
import { NODE_24 } from './set-up/installation.mjs';
import { main } from './set-up/main.mjs';
import { runChild } from './set-up/run-child.mjs';
import { setUp } from './set-up/set-up.mjs';

await main(async () => {
  await setUp({ build: false });
  return runChild(NODE_24, process.argv.slice(2));
});
