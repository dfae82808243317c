import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSdk } from '../build.ts';

const ROOT = join(import.meta.dirname, '../../..');
const GUIDE = join(ROOT, 'docs/guides/from-psdify.md');
const README = join(import.meta.dirname, '../README.md');

/** A project of somebody else's, which has installed the package. */
let project: string;
let installed: string;
beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'latchkey-sdk-'));
  installed = join(project, 'node_modules/@latchkey/sdk');
  await buildSdk(installed);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
}, 60_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

test('the package that is published has nothing for publint to find', async () => {
  const { messages } = await publint({ pkgDir: installed, strict: true });

  expect(messages.map(({ code }) => code)).toEqual([]);
});

test('it loads and works without anything beside it', () => {
  const script = `import { connect, ConnectError } from '@latchkey/sdk/connect';
    import { machineSessions } from '@latchkey/sdk/node';
    const sessions = machineSessions({ CONNECT_DIFY_HOME: 'kept' });
    const saved = { server: 'ftp://x', version: '1.9.1', email: 'ann@example.com', accountId: 'a' };
    await sessions.update('ftp://x', async () => saved);
    console.log((await sessions.load('ftp://x')).email);
    await connect({ server: 'ftp://x', env: {}, sessions }).catch((error) => console.log(error instanceof ConnectError, error.code));`;
  writeFileSync(join(project, 'use.mjs'), script);

  const said = execFileSync(process.execPath, ['use.mjs'], { cwd: project, encoding: 'utf8' });

  expect(said).toBe('ann@example.com\ntrue invalid_server\n');
  expect(readdirSync(join(project, 'kept'))).toContain('key');
});

test('a bundle for browsers takes from it only what is used', async () => {
  const bundle = async (code: string) => {
    const stdin = { contents: code, resolveDir: project };
    const options = { bundle: true, write: false, platform: 'browser', format: 'esm', minify: true } as const;
    const { outputFiles, warnings } = await build({ ...options, stdin });
    expect(warnings).toEqual([]);
    return outputFiles[0]?.text ?? '';
  };

  expect(await bundle(`import { connect } from '@latchkey/sdk/connect'; connect();`)).toContain('/console/api/login');
  const part = await bundle(
    `import { canonicalServer } from '@latchkey/sdk/connect'; console.log(canonicalServer('a'));`,
  );
  expect(part.length).toBeLessThan(400);
});

test('everything it exports that can be called has an example, and every example compiles against it', async () => {
  const sources = ['connect', 'node'].flatMap((name) => {
    const folder = join(import.meta.dirname, name);
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    return files.map((file) => readFileSync(join(folder, file), 'utf8').replace(/^ *\* ?/gm, ''));
  });
  const examples = [...sources, ...[GUIDE, README].map((path) => readFileSync(path, 'utf8'))]
    .flatMap((text) => [...text.matchAll(/```ts\n([\s\S]*?)```/g)])
    .map(([, code = '']) => code);
  const exported = Object.keys(await import('./connect/index.ts'));

  for (const name of [...exported, ...Object.keys(await import('./node/index.ts'))]) {
    // Between its example and a declaration nothing else is exported.
    const within = '(?:(?!\\nexport )[^])*';
    const kind = '(?:async function|function|class|const)';
    const declared = new RegExp(`@example${within}\\b${name}\\b${within}/\\nexport ${kind} ${name}\\b`);
    expect(sources.join('\n'), `an example of ${name}`).toMatch(declared);
  }
  const files = examples.map((code, index) => {
    const uses = (name: string) => new RegExp(`\\b${name}\\b`).test(code);
    const names = [...exported, 'Member', 'SavedSession'].filter(uses);
    const isGiven = uses('session') && !/\{ session|session: DifySession/.test(code);
    const lines = [
      code.includes('@latchkey/sdk/connect') ? '' : `import { ${names.join(', ')} } from '@latchkey/sdk/connect';`,
      isGiven ? `declare const session: import('@latchkey/sdk/connect').DifySession;` : '',
    ];
    writeFileSync(join(project, `example-${index}.ts`), [...lines, code, 'export {};'].join('\n'));
    return `example-${index}.ts`;
  });
  const language = ['--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--module', 'nodenext'];
  const options = ['--noEmit', ...language, '--typeRoots', join(ROOT, 'node_modules/@types'), '--types', 'node'];
  execFileSync(join(ROOT, 'node_modules/.bin/tsc'), [...options, ...files], { cwd: project, stdio: 'inherit' });
}, 60_000);
