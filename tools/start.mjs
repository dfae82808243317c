// npm start: sets this folder up and runs the server; arguments are those of `latchkey serve`.
import './set-up/refuse-old-node.mjs';
import { join } from 'node:path';
import { endWithNpm } from './set-up/end-with-npm.mjs';
import { HOUSE } from './set-up/house.mjs';
import { NODE_24 } from './set-up/installation.mjs';
import { main } from './set-up/main.mjs';
import { runChild } from './set-up/run-child.mjs';
import { setUp } from './set-up/set-up.mjs';

/** The memory setting is that of `apps/server/bin/latchkey.mjs`. */
const FLAGS = ['--max-semi-space-size=8', '--import', new URL('./set-up/end-with-parent.mjs', import.meta.url).href];
const SERVER = join(HOUSE, 'apps', 'server', 'dist', 'latchkey.mjs');

await main(async () => {
  endWithNpm();
  await setUp({ build: true });
  return runChild(NODE_24, [...FLAGS, SERVER, 'serve', ...process.argv.slice(2)], {
    // The channel by which the server learns that we have gone.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
});
