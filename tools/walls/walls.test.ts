import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { inHouse } from '../house.ts';
import { workspaces } from '../steps/workspaces.ts';
import { type Planted, plant } from './planted.ts';

const REFUSED = planted({
  'packages/contract/src/endpoints/planted.ts': [
    'node:crypto',
    'fs',
    'pg',
    'vitest',
    '@latchkey/core',
    '@latchkey/contract',
    '../../../core/src/index.ts',
  ],
  'packages/contract/src/endpoints/planted.test.ts': ['node:fs', '@latchkey/core'],
  'packages/contract/src/vocabulary/planted.ts': ['zod', '../endpoints/index.ts'],
  'packages/core/src/accounts/planted.ts': [
    'node:crypto',
    'node:fs/promises',
    'zod',
    'kysely',
    '@latchkey/contract',
    '@latchkey/contract/src/index.ts',
    '@latchkey/storage',
    '@latchkey/server',
    'vitest',
    '../testing/index.ts',
    '../../../storage/src/index.ts',
    '../../../../apps/server/build.ts',
  ],
  'packages/core/src/accounts/planted.test.ts': ['node:crypto', '@latchkey/storage'],
  'packages/core/src/testing/planted.ts': ['node:crypto', '@latchkey/contract'],
  'packages/storage/src/planted.ts': [
    '@latchkey/contract',
    '@latchkey/core/testing',
    '@latchkey/core/src/index.ts',
    '@latchkey/mail',
    '@latchkey/server',
    '../../core/src/index.ts',
  ],
  'packages/storage/src/planted.test.ts': ['@latchkey/mail', '@latchkey/server'],
  'packages/sdk/src/planted.ts': ['zod', 'node:https', '@latchkey/core', '../../contract/src/index.ts'],
  'packages/sdk/src/planted.test.ts': ['@latchkey/core', 'pg'],
  'packages/sdk/src/connect/insecure-transport.ts': ['node:fs', '@latchkey/core'],
  'packages/sdk/src/connect/planted.ts': ['../node/index.ts', 'node:fs'],
  'packages/sdk/src/node/planted.ts': ['@latchkey/contract', 'pg', '../connect/cookies.ts'],
  'apps/server/src/http/planted.ts': [
    '@latchkey/storage',
    '@latchkey/core/testing',
    '@latchkey/sdk',
    '@latchkey/console',
    'difyctl',
    '../../../../packages/core/src/index.ts',
    '../../../console/src/main.tsx',
  ],
  'apps/server/src/wiring.ts': ['@latchkey/sdk', '@latchkey/console'],
  'apps/difyctl/src/testing/planted.ts': ['@latchkey/core', '@latchkey/storage', '@latchkey/console'],
  'apps/difyctl/src/planted.ts': [
    '@latchkey/core',
    '@latchkey/storage',
    '@latchkey/server',
    '../../server/src/wiring.ts',
  ],
  'apps/console/src/planted.tsx': ['@latchkey/core', '@latchkey/server', 'node:path', '../../server/src/main.ts'],
  'e2e/planted.test.ts': ['@latchkey/core', '@latchkey/storage', '@latchkey/server', '../apps/server/src/main.ts'],
  'tools/docs/planted.ts': ['@latchkey/core', '@latchkey/server', '../../apps/server/src/settings/settings.ts'],
  'tools/docs/from-apps.ts': ['@latchkey/core'],
  'tools/set-up/planted.mjs': ['zod', '@latchkey/contract'],
  'tools/start.mjs': ['zod'],
});

const LET_THROUGH = planted({
  'packages/contract/src/endpoints/planted.ts': ['zod', './endpoint.ts', '../vocabulary/index.ts'],
  'packages/contract/src/vocabulary/planted.test.ts': ['vitest', 'fast-check', './role.ts'],
  'packages/core/src/accounts/planted.ts': ['@latchkey/contract/vocabulary', './account.ts', '../kernel/clock.ts'],
  'packages/core/src/accounts/planted.test.ts': ['vitest', 'fast-check', '../testing/index.ts'],
  'packages/core/src/testing/planted.ts': ['vitest', '../accounts/account.ts'],
  'packages/storage/src/sqlite/planted.ts': ['@latchkey/core', 'kysely', 'pg', 'node:sqlite', '../rows.ts'],
  'packages/storage/src/planted.test.ts': ['@latchkey/core/testing', '@latchkey/tools/real/postgres', 'vitest'],
  'packages/sdk/src/planted.ts': ['@latchkey/contract', '@latchkey/contract/vocabulary', './wire.ts'],
  'packages/sdk/src/planted.test.ts': ['vitest', 'node:http'],
  'packages/sdk/src/connect/insecure-transport.ts': ['node:https', './transport.ts'],
  'packages/sdk/src/node/planted.ts': ['node:fs', '@napi-rs/keyring', '../connect/index.ts', './has-code.ts'],
  'apps/server/src/http/planted.ts': ['@latchkey/contract', '@latchkey/core', 'fastify', 'node:http', '../wiring.ts'],
  'apps/server/src/wiring.ts': ['@latchkey/storage', '@latchkey/mail', '@latchkey/sso', '@latchkey/core'],
  'apps/server/build.ts': ['esbuild', 'node:path', './src/settings/settings.ts'],
  'apps/difyctl/src/planted.test.ts': ['@latchkey/tools/real/desktop-programs', '@latchkey/sdk', './shell.ts'],
  'apps/difyctl/src/commands/planted.ts': ['@latchkey/sdk', '@latchkey/contract', 'node:https', '../hosts.ts'],
  'apps/console/src/planted.tsx': ['@latchkey/sdk', '@latchkey/contract/vocabulary', 'react', './app.tsx'],
  'apps/console/build.ts': ['vite', 'node:path'],
  'e2e/planted.test.ts': ['@latchkey/sdk', '@latchkey/tools/real/chromium', 'playwright-core', './server.ts'],
  'tools/docs/planted.ts': ['@latchkey/contract', 'zod', 'node:fs', '../house.ts'],
  'tools/docs/from-apps.ts': ['../../apps/server/src/settings/settings.ts'],
  'tools/set-up/planted.mjs': ['node:fs', './house.mjs'],
});

test('an import through a wall is refused', () => {
  expect(outcomes(REFUSED)).toEqual(REFUSED.map((it) => ({ ...it, refused: true })));
});

test('an import within the walls is let through', () => {
  expect(outcomes(LET_THROUGH)).toEqual(LET_THROUGH.map((it) => ({ ...it, refused: false })));
});

test('no wall stands unproven', () => {
  const provenBy = new Set(plant(REFUSED));

  expect(wallMessages().filter((message) => !provenBy.has(message))).toEqual([]);
});

test('no workspace is without a wall', () => {
  const strangers = workspaces().map((folder) => ({ file: `${folder}/src/planted.ts`, imports: '@latchkey/stranger' }));

  expect(outcomes(strangers).filter(({ refused }) => !refused)).toEqual([]);
});

function planted(byFile: Readonly<Record<string, readonly string[]>>): Planted[] {
  return Object.entries(byFile).flatMap(([file, all]) => all.map((imports) => ({ file, imports })));
}

function outcomes(all: readonly Planted[]): (Planted & { refused: boolean })[] {
  const said = plant(all);
  return all.map((it, index) => ({ ...it, refused: said[index] !== undefined }));
}

/** The part of `biome.json` that holds the walls. */
const configSchema = z.object({
  overrides: z.array(
    z.object({
      linter: z.object({
        rules: z.object({
          style: z.object({
            noRestrictedImports: z
              .object({ options: z.object({ patterns: z.array(z.object({ message: z.string() })) }) })
              .optional(),
          }),
        }),
      }),
    }),
  ),
});

function wallMessages(): string[] {
  const { overrides } = configSchema.parse(JSON.parse(readFileSync(inHouse('biome.json'), 'utf8')));
  return overrides.flatMap(({ linter }) => {
    const { noRestrictedImports } = linter.rules.style;
    return noRestrictedImports?.options.patterns.map(({ message }) => message) ?? [];
  });
}
