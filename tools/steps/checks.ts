import { command } from './command.ts';
import type { Step } from './step.ts';
import { workspaces } from './workspaces.ts';

/** Everything that is checked without running the product. */
export const CHECKS: readonly Step[] = [
  {
    name: 'types',
    run: async () => {
      for (const folder of workspaces()) {
        await command('node_modules/typescript/bin/tsc', '-p', folder, '--pretty', 'false');
      }
    },
  },
  {
    name: 'lint',
    run: () => command('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--colors=off'),
  },
  {
    name: 'unused code',
    run: () => command('node_modules/knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors'),
  },
  { name: 'reference', run: () => command('tools/docs/check.ts') },
];
