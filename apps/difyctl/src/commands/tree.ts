import type { CommandTree } from '../command-line/command-tree.ts';

/** The command line of difyctl, in the order of its help. */
export const TREE: CommandTree = {
  groups: {
    auth: 'Sign in and out, and see who is signed in',
    'auth devices': 'See and end the sessions of your account',
    use: 'Switch the active host, account and workspace',
    config: 'See and change settings',
    env: 'See environment variables',
  },
  commands: {
    'auth login': async () => (await import('./auth/login.ts')).login,
    'auth whoami': async () => (await import('./auth/whoami.ts')).whoami,
    'auth status': async () => (await import('./auth/status.ts')).status,
    'auth list': async () => (await import('./auth/list.ts')).list,
    'auth logout': async () => (await import('./auth/logout.ts')).logout,
    'auth token': async () => (await import('./auth/token.ts')).token,
    'auth devices list': async () => (await import('./auth/devices/list.ts')).devicesList,
    'auth devices revoke': async () => (await import('./auth/devices/revoke.ts')).devicesRevoke,
    'use host': async () => (await import('./use/host.ts')).host,
    'use account': async () => (await import('./use/account.ts')).account,
    'use workspace': async () => (await import('./use/workspace.ts')).workspace,
    'config path': async () => (await import('./config/path.ts')).configPath,
    'config view': async () => (await import('./config/view.ts')).configView,
    'config get': async () => (await import('./config/get.ts')).configGet,
    'config set': async () => (await import('./config/set.ts')).configSet,
    'config unset': async () => (await import('./config/unset.ts')).configUnset,
    'env list': async () => (await import('./env/list.ts')).envList,
    completion: async () => (await import('./completion.ts')).completionOf(TREE),
    version: async () => (await import('./version.ts')).version,
    help: async () => (await import('./help.ts')).helpOn(TREE),
  },
};
