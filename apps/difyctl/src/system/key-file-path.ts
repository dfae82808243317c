import { join } from 'node:path';
import type { Shell } from '../shell.ts';

/** The key of sealed tokens, away from the configuration folder that people copy, mount and commit. */
export function keyFilePath({ env, machine }: Pick<Shell, 'env' | 'machine'>): string {
  return env('DIFYCTL_KEY_FILE') ?? join(dataFolder(env, machine), 'difyctl', 'tokens.key');
}

function dataFolder(env: Shell['env'], { platform, home }: Shell['machine']): string {
  if (platform === 'win32') return env('LOCALAPPDATA') ?? join(home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  return env('XDG_DATA_HOME') ?? join(home, '.local', 'share');
}
