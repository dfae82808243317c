import { join } from 'node:path';
import { withFolderLock } from './folder-lock.mjs';
import { HOUSE } from './house.mjs';
import { install } from './install.mjs';
import { isInstalled, NODE_24 } from './installation.mjs';
import { runChild } from './run-child.mjs';
import { SetUpError } from './set-up-error.mjs';

/**
 * Brings this folder into working order on any Node 20 or newer: installs when `node_modules` is missing or stale and,
 * when asked, builds what is stale. Of several at once in one folder one works and the others wait.
 *
 * @param {{ build: boolean }} options
 */
export async function setUp({ build }) {
  await withFolderLock(join(HOUSE, '.set-up.lock'), sayWaiting, async () => {
    if (!isInstalled()) await install();
    if (build && (await runChild(NODE_24, [join(HOUSE, 'tools', 'build.ts'), '--stale'])) !== 0) {
      throw new SetUpError('The build failed; its own words are above.');
    }
  });
}

/** @param {number} pid */
function sayWaiting(pid) {
  console.error(`Process ${pid} is setting this folder up; waiting for it.`);
}
