import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where administrators' programs are, which a person's PATH may not name. */
const ADMINISTRATORS = ['/usr/sbin', '/usr/local/sbin'];

/**
 * A program that tests run: on PATH, else, on Debian and Ubuntu as root, from the package that is then installed.
 *
 * @throws Error that names the one command to run.
 */
export function installedProgram(name: string, debianPackage: string): string {
  const install = `apt-get update && apt-get install -y --no-install-recommends ${debianPackage}`;
  const found = find(name);
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.error(`The tests need ${name}: installing the package ${debianPackage}.`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    // One at a time: apt refuses a second one, and tests run side by side.
    const words = ['/var/lock/latchkey-tests', 'sh', '-c', install];
    const { status, stdout, stderr } = spawnSync('flock', words, { encoding: 'utf8', env });
    if (status !== 0) console.error(`${stdout}${stderr}`);
  }
  const installed = find(name);
  if (installed === undefined) throw new Error(`The tests need ${name}. Run: sudo sh -c '${install}'`);
  return installed;
}

function find(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...ADMINISTRATORS];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}
