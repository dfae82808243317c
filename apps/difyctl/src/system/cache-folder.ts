import { join } from 'node:path';
import type { Shell } from '../shell.ts';

/** Where that lies which may be lost; `undefined` on a Windows that names no folder for it. */
export function cacheFolder({ env, machine }: Pick<Shell, 'env' | 'machine'>): string | undefined {
  const chosen = env('DIFY_CACHE_DIR');
  if (chosen !== undefined) return chosen;
  if (machine.platform === 'win32') {
    const local = env('LOCALAPPDATA') ?? env('APPDATA');
    return local && join(local, 'difyctl');
  }
  const usual = machine.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'];
  return join((machine.platform === 'linux' && env('XDG_CACHE_HOME')) || join(machine.home, ...usual), 'difyctl');
}
