import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const KEPT = fileURLToPath(new URL('../../../../node_modules/.cache/latchkey/simplesamlphp', import.meta.url));
const INSTALL_PHP = 'apt-get update && apt-get install -y --no-install-recommends php-cli php-xml php-mbstring';
// The package itself would bring a web server along; its files are all that is needed.
const UNPACK = 'apt-get download simplesamlphp && dpkg-deb -x simplesamlphp_*.deb .';

/**
 * The folder of SimpleSAMLphp for tests: `SIMPLESAMLPHP_PATH`, else one unpacked earlier, else, on Debian as root, the
 * one of the distribution, which is then unpacked, and PHP installed.
 *
 * @throws Error that says what to do.
 */
export function findSimpleSamlPhp(): string {
  const named = process.env.SIMPLESAMLPHP_PATH;
  if (named && !existsSync(join(named, 'www'))) throw new Error(`SIMPLESAMLPHP_PATH names ${named}, where no www is.`);
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (!hasPhp() && mayInstall) run(INSTALL_PHP, '/');
  const folder = named || join(KEPT, 'usr/share/simplesamlphp');
  if (!existsSync(folder) && mayInstall) unpack();
  if (hasPhp() && existsSync(folder)) return folder;
  throw new Error(
    `The tests need PHP and SimpleSAMLphp 1.19. Run as root on Debian: ${INSTALL_PHP}; then name the folder of SimpleSAMLphp in SIMPLESAMLPHP_PATH.`,
  );
}

/** Two at once do the work twice; the last folder to be put in place stays. */
function unpack(): void {
  mkdirSync(dirname(KEPT), { recursive: true });
  const folder = mkdtempSync(`${KEPT}-`);
  run(UNPACK, folder);
  try {
    renameSync(folder, KEPT);
  } catch {
    rmSync(folder, { recursive: true });
  }
}

function hasPhp(): boolean {
  const { status, stdout } = spawnSync('php', ['-m'], { encoding: 'utf8' });
  return status === 0 && /^dom$/m.test(stdout) && /^mbstring$/m.test(stdout);
}

function run(command: string, folder: string): void {
  console.error(`The tests need SimpleSAMLphp: ${command}; this takes about a minute.`);
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.error(`${stdout}${stderr}`);
}
