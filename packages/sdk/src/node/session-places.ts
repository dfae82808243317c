import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where sessions are kept, and the key to them where no credential store keeps it. */
export interface SessionPlaces {
  readonly folder: string;
  readonly keyFile: string;
}

/**
 * `CONNECT_DIFY_HOME`, with the key inside; else where this system keeps settings of programs, and the key where it
 * keeps their data: people copy, mount and commit their settings.
 */
export function sessionPlaces(env: Readonly<Record<string, string | undefined>>, platform: string): SessionPlaces {
  const home = env.CONNECT_DIFY_HOME;
  if (home) return { folder: home, keyFile: env.CONNECT_DIFY_KEY_FILE || join(home, 'key') };
  const [settings, data] = systemFolders(env, platform);
  const keyFile = env.CONNECT_DIFY_KEY_FILE || join(data, 'connect-dify', 'sessions.key');
  return { folder: join(settings, 'connect-dify'), keyFile };
}

function systemFolders(env: Readonly<Record<string, string | undefined>>, platform: string): [string, string] {
  const home = homedir();
  switch (platform) {
    case 'win32': {
      const [roaming, local] = [env.APPDATA, env.LOCALAPPDATA];
      return [roaming || join(home, 'AppData', 'Roaming'), local || join(home, 'AppData', 'Local')];
    }
    case 'darwin':
      return [env.XDG_CONFIG_HOME || join(home, '.config'), join(home, 'Library', 'Application Support')];
    default:
      return [env.XDG_CONFIG_HOME || join(home, '.config'), env.XDG_DATA_HOME || join(home, '.local', 'share')];
  }
}
