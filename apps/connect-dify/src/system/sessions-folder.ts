import { homedir } from 'node:os';
import { join } from 'node:path';

/** `CONNECT_DIFY_HOME`, else where this system keeps settings of programs. */
export function sessionsFolder(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string {
  if (env.CONNECT_DIFY_HOME) return env.CONNECT_DIFY_HOME;
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'connect-dify');
  return join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'connect-dify');
}
