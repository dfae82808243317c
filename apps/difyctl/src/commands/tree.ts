import type { CommandTree } from '../command-line/command-tree.ts';

/** The command line of difyctl, in the order of its help. */
export const TREE: CommandTree = {
  groups: {
    auth: 'Sign in and out, and see who is signed in',
    'auth devices': 'See and end the sessions of your account',
    use: 'Switch the active host and account',
  },
  commands: {
    'auth login': async () => (await import('./auth/login.ts')).login,
    'auth whoami': async () => (await import('./auth/whoami.ts')).whoami,
    'auth list': async () => (await import('./auth/list.ts')).list,
    'auth logout': async () => (await import('./auth/logout.ts')).logout,
    'auth devices list': async () => (await import('./auth/devices/list.ts')).devicesList,
    'auth devices revoke': async () => (await import('./auth/devices/revoke.ts')).devicesRevoke,
    'use host': async () => (await import('./use/host.ts')).host,
    'use account': async () => (await import('./use/account.ts')).account,
    version: async () => (await import('./version.ts')).version,
    help: async () => (await import('./help.ts')).helpOn(TREE),
  },
};
