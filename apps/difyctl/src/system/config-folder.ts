import { join } from 'node:path';
import { Failure } from '../failure.ts';
import type { Shell } from '../shell.ts';

/** Where contexts, tokens and settings lie. */
export function configFolder({ env, machine }: Pick<Shell, 'env' | 'machine'>): string {
  const chosen = env('DIFY_CONFIG_DIR');
  if (chosen !== undefined) return chosen;
  if (machine.platform === 'win32') return join(appData(env), 'difyctl');
  const base = machine.platform === 'linux' ? env('XDG_CONFIG_HOME') : undefined;
  return join(base ?? join(machine.home, '.config'), 'difyctl');
}

function appData(env: Shell['env']): string {
  const found = env('APPDATA') ?? env('LOCALAPPDATA');
  if (found === undefined) throw new Failure('client_error', 'neither APPDATA nor LOCALAPPDATA is set');
  return found;
}
