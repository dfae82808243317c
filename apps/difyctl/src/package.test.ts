import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { TREE } from './commands/tree.ts';
import { DifyServer } from './testing/dify-server.ts';
import { Home } from './testing/home.ts';

const FOLDER = fileURLToPath(new URL('..', import.meta.url));
const LARGEST_BYTES = 1_000_000;

describe('what npm installs', { timeout: 240_000 }, () => {
  test('is a program, its manual page and one small file', () => {
    const words = ['pack', '--dry-run', '--json'];
    const [packed] = JSON.parse(execFileSync('npm', words, { cwd: FOLDER, encoding: 'utf8' }));
    const files = packed.files.map(({ path }: { path: string }) => path).toSorted();
    expect(files).toEqual(['bin/difyctl.cjs', 'dist/difyctl.1', 'dist/difyctl.cjs', 'package.json']);
    expect(statSync(join(FOLDER, 'dist/difyctl.cjs')).size).toBeLessThan(LARGEST_BYTES);
  });

  test('runs from a packed file, installed for the machine, under the machine’s own Node', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    const prefix = mkdtempSync(join(tmpdir(), 'difyctl-npm-'));
    const quiet = { cwd: prefix, encoding: 'utf8', stdio: 'pipe' } as const;
    const file = execFileSync('npm', ['pack', '--silent', '--pack-destination', prefix, FOLDER], quiet).trim();
    execFileSync(
      'npm',
      ['install', '--global', '--no-audit', '--no-fund', '--prefix', prefix, join(prefix, file)],
      quiet,
    );
    expect(existsSync(join(prefix, 'share', 'man', 'man1', 'difyctl.1'))).toBe(true);

    const run = (...words: string[]) =>
      home.run(words, { program: [join(prefix, 'bin', 'difyctl')], env: { PATH: machinePath() } });
    expect(await run('auth', 'login', '--host', server.url, '--insecure')).toMatchObject({
      stdout: expect.stringContaining('✓ Logged in'),
      exitCode: 0,
    });
    expect(await run('auth', 'devices', 'list', '--json')).toMatchObject({ stderr: '', exitCode: 0 });
    expect(await run('auth', 'logout')).toMatchObject({ stderr: '', exitCode: 0 });
    rmSync(prefix, { recursive: true });
  });
});

test('the manual page explains every command and every flag', async () => {
  const page = readFileSync(join(FOLDER, 'dist/difyctl.1'), 'utf8');
  for (const [name, load] of Object.entries(TREE.commands)) {
    expect(page).toContain(`.SS difyctl ${name}\n`);
    const { flags } = (await load()).declaration;
    for (const flag of Object.keys(flags)) expect(page).toContain(`\\fB\\-\\-${flag.replaceAll('-', '\\-')}\\fR`);
  }
});

/** The PATH without the Node that runs the tests, so that the oldest that the machine has is met. */
function machinePath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.filter((folder) => !folder.includes('node_modules')).join(delimiter);
}
