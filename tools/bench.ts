import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inHouse } from './house.ts';

/** Installs the peers on first use, and asks the questions of `bench/run.ts`. */
if (spawnSync('wrk', ['--version']).error !== undefined) {
  console.error('The benchmarks load servers with wrk. Run: sudo apt-get install -y wrk');
  process.exit(1);
}
if (!existsSync(inHouse('bench', 'node_modules/.package-lock.json')))
  execFileSync('npm', ['ci'], { cwd: inHouse('bench'), stdio: 'inherit' });
const { status } = spawnSync(process.execPath, [inHouse('bench', 'run.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
