import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aSealing } from '@latchkey/core/testing';
import { expect, test } from 'vitest';
import { openStore } from './index.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const WRITER = `
  const { openStore } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)});
  const store = await openStore({ dataDir: process.argv[1] });
  const now = new Date(${NOW.getTime()});
  for (let n = 0; ; n += 1) {
    const key = String(n);
    if (n % 2 === 0) await store.limits.hit(key, { max: 1, windowSeconds: 60 }, now);
    else await store.transaction(({ limits }) => limits.hit(key, { max: 1, windowSeconds: 60 }, now));
    process.stdout.write(key + '\\n');
  }`;

test('a program killed in the middle of writing has lost nothing that it acknowledged', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'latchkey-crash-'));
  for (let round = 0; round < 3; round += 1) {
    const writer = spawn(process.execPath, ['--input-type=module', '--eval', WRITER, join(dataDir, String(round))]);
    let acknowledged = '';
    await new Promise((resolve) => {
      writer.on('close', resolve);
      writer.stdout.setEncoding('utf8').on('data', (text: string) => {
        acknowledged += text;
        if (acknowledged.length > 1000) writer.kill('SIGKILL');
      });
    });
    const keys = acknowledged.split('\n').slice(0, -1);
    const store = await openStore({ dataDir: join(dataDir, String(round)) }, aSealing());
    // Counted before, so that each is the second of its kind now.
    for (const key of keys) expect((await store.limits.hit(key, { max: 1, windowSeconds: 60 }, NOW)).count).toBe(2);
    expect(keys.length).toBeGreaterThan(100);
    await store.close();
  }
  rmSync(dataDir, { recursive: true, force: true });
});
