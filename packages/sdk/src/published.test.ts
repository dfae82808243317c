import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSdk } from '../build.ts';

const DIST = join(import.meta.dirname, '../dist');
const TSC = join(import.meta.dirname, '../../../node_modules/.bin/tsc');

/** A project of somebody else's, which has installed the package. */
let project: string;
beforeAll(async () => {
  await buildSdk();
  project = mkdtempSync(join(tmpdir(), 'latchkey-sdk-'));
  mkdirSync(join(project, 'node_modules/@latchkey'), { recursive: true });
  symlinkSync(DIST, join(project, 'node_modules/@latchkey/sdk'));
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
}, 60_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

test('the package that is published has nothing for publint to find', async () => {
  const { messages } = await publint({ pkgDir: DIST, strict: true });

  expect(messages.map(({ code }) => code)).toEqual([]);
});

test('it loads and works without anything beside it', () => {
  const script = `import { connect, ConnectError } from '@latchkey/sdk/connect';
    await connect({ server: 'ftp://x', env: {} }).catch((error) => console.log(error instanceof ConnectError, error.code));`;
  writeFileSync(join(project, 'use.mjs'), script);

  expect(execFileSync(process.execPath, ['use.mjs'], { cwd: project, encoding: 'utf8' })).toBe('true invalid_server\n');
});

test('every example in its comments compiles against it', () => {
  const folder = join(import.meta.dirname, 'connect');
  const examples = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)])
    .map(([, code = '']) => code.replace(/^ *\* ?/gm, ''));
  const names = [
    ...readFileSync(join(folder, 'index.ts'), 'utf8').matchAll(
      /\b(connect|initialize|askVersion|fetchTransport|ConnectError|listWorkspaces|inviteMembers)\b/g,
    ),
  ];
  const imports = `import { ${[...new Set(names.map(([name]) => name))].join(', ')}, type DifySession } from '@latchkey/sdk/connect';`;
  for (const [index, code] of examples.entries()) {
    const given = [
      'declare const password: string;',
      ...(/\bconst \{ session/.test(code) ? [] : ['declare const session: DifySession;']),
    ];
    writeFileSync(join(project, `example-${index}.ts`), [imports, ...given, code, 'export {};'].join('\n'));
  }
  const types = join(import.meta.dirname, '../../../node_modules/@types');
  const options = [
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    '--lib',
    'es2022,dom',
    '--module',
    'nodenext',
    '--skipLibCheck',
  ];

  expect(examples.length).toBeGreaterThan(5);
  const files = examples.map((_, index) => `example-${index}.ts`);
  execFileSync(TSC, [...options, '--typeRoots', types, '--types', 'node', ...files], {
    cwd: project,
    stdio: 'inherit',
  });
}, 60_000);
