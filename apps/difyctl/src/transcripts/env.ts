import type { Scene } from './player/scene.ts';

/** Of the same length on every machine. */
const FOLDERS = { DIFY_CONFIG_DIR: '/etc/difyctl', DIFY_CACHE_DIR: '/var/cache/difyctl' };

export const ENV: readonly Scene[] = [
  {
    title: 'shows every variable, but no secret',
    words: 'env list',
    env: { ...FOLDERS, DIFY_TOKEN: 'dfoa_secret', DIFY_LIMIT: '7' },
  },
  { title: 'shows them to a program', words: 'env list --json', env: { ...FOLDERS, DIFY_TOKEN: 'dfoa_secret' } },
  { title: 'exits 1 for a format it does not have', words: 'env list -o json', env: FOLDERS },
];
