/** Something that `npm run build` makes. */
export interface Build {
  readonly name: string;
  readonly make: () => Promise<void>;
  /** What exists when it has been made. */
  readonly result: string;
  /** Files and folders that it is made from. */
  readonly sources: readonly string[];
}

const EVERYWHERE = ['packages', 'package-lock.json', 'tsconfig.base.json'];

// Imported only when needed: what is fresh does not wait for a bundler to load.
export const BUILDS: readonly Build[] = [
  {
    name: 'console pages',
    make: async () => (await import('../../apps/console/build.ts')).buildConsole(),
    result: 'apps/console/dist/index.html',
    sources: [...EVERYWHERE, 'apps/console', 'docs/guides'],
  },
  {
    name: 'server',
    make: async () => (await import('../../apps/server/build.ts')).buildServer(),
    result: 'apps/server/dist/latchkey.mjs',
    sources: [...EVERYWHERE, 'apps/server'],
  },
  {
    name: 'difyctl',
    make: async () => (await import('../../apps/difyctl/build.ts')).buildDifyctl(),
    result: 'apps/difyctl/dist/difyctl.cjs',
    sources: [...EVERYWHERE, 'apps/difyctl'],
  },
  {
    name: 'connect-dify',
    make: async () => (await import('../../apps/connect-dify/build.ts')).buildConnectDify(),
    result: 'apps/connect-dify/dist/connect-dify.cjs',
    sources: [...EVERYWHERE, 'apps/connect-dify'],
  },
  {
    name: 'browser helper',
    make: async () => (await import('../../apps/extension/build.ts')).buildExtension(),
    result: 'apps/extension/dist/latchkey-helper.zip',
    sources: [...EVERYWHERE, 'apps/extension'],
  },
];
