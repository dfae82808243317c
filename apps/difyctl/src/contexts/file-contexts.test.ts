import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { realClock } from '../system/real-clock.ts';
import { ANN, approvalBy, DifyServer } from '../testing/dify-server.ts';
import { Home } from '../testing/home.ts';
import { fileContexts } from './file-contexts.ts';

const WRITER = fileURLToPath(new URL('../testing/context-writer.ts', import.meta.url));

/** Lets a process store contexts and kills it after so many; resolves with those it said are kept. */
async function writeUntilKilled(path: string, name: string, count: number): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER, path, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kept: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    kept.push(line);
    if (kept.length === count) child.kill('SIGKILL');
  }
  return kept;
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

  test('keep what a process was told is kept, when others are killed in the middle', async () => {
    using home = new Home();
    const path = join(home.folder, 'config', 'hosts.yml');
    const kept = await Promise.all(['a', 'b', 'c', 'd'].map((name, index) => writeUntilKilled(path, name, 5 + index)));
    const store = fileContexts(path, realClock);
    await store.update((hosts) => hosts.byName.get('h')?.accounts.delete('none'));
    const { byName } = await store.read();
    expect([...(byName.get('h')?.accounts.keys() ?? [])]).toEqual(expect.arrayContaining(kept.flat()));
    expect(readdirSync(join(home.folder, 'config')).filter((file) => file.includes('lock'))).toEqual([]);
  });
});
