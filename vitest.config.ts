import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const SIMPLESAMLPHP = './packages/sso/src/testing/simplesamlphp-setup.ts';

export default defineConfig({
  test: {
    allowOnly: false,
    // What is expected is written only when somebody asks for it, with -u.
    update: 'none',
    globalSetup: './tools/real/postgres-setup.ts',
    projects: [
      {
        test: {
          name: 'parts',
          include: ['{packages,apps}/*/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          globalSetup: ['./tools/real/desktop-setup.ts', SIMPLESAMLPHP],
          testTimeout: 20_000,
          // On two cores vitest would use one of them.
          maxWorkers: Math.max(2, availableParallelism() - 1),
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['./tools/real/chromium-setup.ts', './tools/real/reverse-proxies-setup.ts', SIMPLESAMLPHP],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each journey runs a server, a browser and terminals of its own.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
