import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const INSTALL = 'apt-get update && apt-get install -y chromium';

/**
 * The browser for tests: `CHROMIUM_PATH`, else one on PATH, else, on Debian and Ubuntu as root, the one that is then
 * installed.
 *
 * @throws Error that names the one command to run.
 */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  const found = named || onPath();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) installForDebian();
  const installed = onPath();
  if (installed !== undefined) return installed;
  throw new Error(`The tests need Chromium. Run: sudo sh -c '${INSTALL}', or name a browser in CHROMIUM_PATH.`);
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((file) => existsSync(file));
}

function installForDebian(): void {
  console.error('The tests need Chromium: installing the package chromium; this takes about a minute.');
  const { status, stdout, stderr } = spawnSync('sh', ['-c', INSTALL], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.error(`${stdout}${stderr}`);
}
