import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { realClock } from '../system/real-clock.ts';
import { fileSecrets } from './file-secrets.ts';
import type { SecretStore } from './secret-store.ts';

let path: string;
let secrets: SecretStore;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'difyctl-'));
  path = join(folder, 'config', 'tokens.yml');
  secrets = fileSecrets(path, realClock);
  return () => rmSync(folder, { recursive: true });
});

describe('tokens in a file', () => {
  test('are read, replaced and removed', async () => {
    expect(await secrets.read('h', 'a@b.cc')).toBeUndefined();
    await secrets.write('h', 'a@b.cc', 'dfoa_1');
    await secrets.write('h', 'a@b.cc', 'dfoa_2');
    await secrets.write('h', 'b@b.cc', 'dfoa_3');
    expect(await secrets.read('h', 'a@b.cc')).toBe('dfoa_2');
    await secrets.remove('h', 'a@b.cc');
    await secrets.remove('h', 'a@b.cc');
    expect(readFileSync(path, 'utf8')).toBe('version: 1\ntokens:\n  h:\n    b@b.cc: dfoa_3\n');
  });

  test('are for their owner only, also when they were not before', async () => {
    await secrets.write('h', 'a@b.cc', 'dfoa_1');
    rmSync(path);
    writeFileSync(path, 'tokens:\n  h:\n    a@b.cc: dfoa_1\n', { mode: 0o644 });
    expect(await secrets.read('h', 'a@b.cc')).toBe('dfoa_1');
    await secrets.write('h', 'a@b.cc', 'dfoa_2');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('of another version are none', async () => {
    await secrets.write('h', 'a@b.cc', 'dfoa_1');
    writeFileSync(path, 'version: 9\ntokens:\n  h:\n    a@b.cc: dfoa_1\n');
    expect(await secrets.read('h', 'a@b.cc')).toBeUndefined();
  });

  test('are not shown when the file cannot be understood', async () => {
    await secrets.write('h', 'a@b.cc', 'dfoa_1');
    writeFileSync(path, 'tokens: {h: {a@b.cc: opaque-secret}\n');
    await expect(secrets.read('h', 'a@b.cc')).rejects.toThrow(/^Failed to parse YAML file \S+ at line 2, column 1\.$/);
  });
});
