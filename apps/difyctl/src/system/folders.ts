import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';

type Place = Pick<Shell, 'env' | 'machine'>;

/** Where contexts, tokens and settings lie. */
export function configFolder({ env, machine }: Place): string {
  const chosen = env('DIFY_CONFIG_DIR');
  if (chosen !== undefined) return chosen;
  if (machine.platform === 'win32') return join(appData(env, 'APPDATA', 'LOCALAPPDATA'), 'difyctl');
  const base = machine.platform === 'linux' ? env('XDG_CONFIG_HOME') : undefined;
  return join(base ?? join(machine.home, '.config'), 'difyctl');
}

/** Where things lie that may be lost. */
export function cacheFolder({ env, machine }: Place): string {
  const chosen = env('DIFY_CACHE_DIR');
  if (chosen !== undefined) return chosen;
  if (machine.platform === 'win32') return join(appData(env, 'LOCALAPPDATA', 'APPDATA'), 'difyctl');
  if (machine.platform === 'darwin') return join(machine.home, 'Library', 'Caches', 'difyctl');
  return join(env('XDG_CACHE_HOME') ?? join(machine.home, '.cache'), 'difyctl');
}

function appData(env: Shell['env'], ...names: string[]): string {
  const found = names.map(env).find((value) => value !== undefined);
  if (found === undefined) throw new Failure('client_error', `neither ${names.join(' nor ')} is set`);
  return found;
}
