import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configFolder } from './config-folder.ts';

const folder = (platform: NodeJS.Platform, environment: Record<string, string>) =>
  configFolder({
    env: (name) => environment[name],
    machine: { platform, arch: 'x64', hostname: 'vm', home: '/home/ann', folder: '/' },
  });

describe('the configuration folder', () => {
  test.each<[NodeJS.Platform, Record<string, string>, string]>([
    ['linux', {}, '/home/ann/.config/difyctl'],
    ['linux', { XDG_CONFIG_HOME: '/xdg' }, '/xdg/difyctl'],
    ['linux', { XDG_CONFIG_HOME: '/xdg', DIFY_CONFIG_DIR: '/own' }, '/own'],
    ['darwin', { XDG_CONFIG_HOME: '/xdg' }, '/home/ann/.config/difyctl'],
    ['win32', { APPDATA: '/roaming', LOCALAPPDATA: '/local' }, '/roaming/difyctl'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/difyctl'],
  ])('on %s with %o is %s', (platform, environment, expected) => {
    expect(folder(platform, environment)).toBe(join(expected));
  });

  test('cannot be found on Windows without its variables', () => {
    expect(() => folder('win32', {})).toThrow('neither APPDATA nor LOCALAPPDATA is set');
  });
});
