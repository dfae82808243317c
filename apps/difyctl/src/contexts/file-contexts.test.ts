import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACME, ANN, approvalBy, DifyServer } from '../testing/dify-server.ts';
import { Home } from '../testing/home.ts';
import { fileContexts } from './file-contexts.ts';

/** Who owns nothing. */
const NOBODY = 65534;
const WRITER = fileURLToPath(new URL('../testing/context-writer.ts', import.meta.url));

/** Lets a process store contexts and kills it after so many; resolves with those it said are kept. */
async function writeUntilKilled(folder: string, name: string, count: number): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER, folder, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kept: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    kept.push(line);
    if (kept.length === count) child.kill('SIGKILL');
  }
  return kept;
}

/** Lets as many processes write at once, each until it has been told so often that it is kept. */
async function keepsAll(counts: readonly number[]): Promise<void> {
  using home = new Home();
  const folder = join(home.folder, 'config');
  const kept = await Promise.all(counts.map((count, index) => writeUntilKilled(folder, `writer${index}`, count)));
  const store = fileContexts(folder);
  await store.update((hosts) => hosts.byName.get('h')?.accounts.delete('none'));
  const { byName } = await store.read();
  expect([...(byName.get('h')?.accounts.keys() ?? [])]).toEqual(expect.arrayContaining(kept.flat()));
  expect(readdirSync(folder).filter((file) => file.includes('lock'))).toEqual([]);
}

// Many processes at once take their time.
describe('contexts in a file', { timeout: 120_000 }, () => {
  test('keep every sign-in of twenty at once', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    let person = 0;
    server.decision = () => {
      person += 1;
      return approvalBy({ ...ANN, id: `id-${person}`, email: `p${person}@example.com` });
    };
    const all = await Promise.all(Array.from({ length: 20 }, () => home.signIn(server)));
    expect(all.map(({ exitCode }) => exitCode)).toEqual(all.map(() => 0));
    const stored = (await home.run(['auth', 'list', '-o', 'name'])).stdout.trim().split('\n');
    expect(stored.toSorted()).toEqual(all.map((_, index) => `p${index + 1}@example.com`).toSorted());
    const tokens = new Set<string>();
    for (const email of stored) {
      await home.run(['use', 'account', '--email', email]);
      tokens.add((await home.run(['auth', 'token'])).stdout);
    }
    expect(tokens.size).toBe(20);
    for (const token of tokens) expect(token).toMatch(/^dfoa_/);
  });

  test('keep what any process was told is kept, however many write at once and whenever each is killed', () => {
    const killings = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 4 });
    return fc.assert(fc.asyncProperty(killings, keepsAll), { numRuns: 4 });
  });

  test('survive twenty commands of all kinds at once: none fails on a lock, and no write is lost', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    const kinds = [
      ['auth', 'whoami'],
      ['auth', 'list'],
      ['auth', 'token'],
      ['config', 'set', 'defaults.limit', '7'],
      ['config', 'set', 'state.current_app', 'x'],
      ['use', 'host', '--domain', server.host],
      ['use', 'account', '--email', ANN.email],
      ['use', 'workspace', ACME.id],
      ['auth', 'devices', 'list'],
      ['auth', 'status'],
    ];
    const all = await Promise.all([...kinds, ...kinds].map((words) => home.run(words)));
    expect(all.filter(({ exitCode }) => exitCode !== 0)).toEqual([]);
    expect((await home.run(['config', 'view'])).stdout).toBe('defaults.limit = 7\nstate.current_app = x\n');
    expect((await home.run(['auth', 'list', '-o', 'name'])).stdout).toBe(`${ANN.email}\n`);
  });

  test('in a folder that one may only read serve every command that only reads', async () => {
    await using server = await DifyServer.start();
    using home = new Home();
    await home.signIn(server);
    home.makeReadOnly();
    const nobody = process.getuid?.() === 0 ? { uid: NOBODY } : {};
    for (const words of [
      ['auth', 'whoami'],
      ['auth', 'list'],
      ['auth', 'token'],
      ['auth', 'devices', 'list'],
    ]) {
      expect(await home.run(words, nobody)).toMatchObject({ stderr: '', exitCode: 0 });
    }
    expect(await home.run(['use', 'host', '--domain', server.host], nobody)).toMatchObject({
      stderr: expect.stringMatching(/^client_error: cannot write .*EACCES/),
      exitCode: 1,
    });
  });
});
