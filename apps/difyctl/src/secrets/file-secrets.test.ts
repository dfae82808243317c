import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { fileSecrets } from './file-secrets.ts';
import type { SecretStore } from './secret-store.ts';

let plainPath: string;
let sealedPath: string;
let keyPath: string;
let secrets: SecretStore;
let plainSecrets: SecretStore;

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'difyctl-'));
  plainPath = join(folder, 'config', 'tokens.yml');
  sealedPath = join(folder, 'config', 'tokens.sealed');
  keyPath = join(folder, 'data', 'tokens.key');
  const place = { plainPath, sealedPath, keyPath };
  secrets = fileSecrets({ ...place, plain: false });
  plainSecrets = fileSecrets({ ...place, plain: true });
  return () => rmSync(folder, { recursive: true });
});

const mode = (path: string) => statSync(path).mode & 0o777;

describe('tokens in a sealed file', () => {
  test('are read, replaced and removed', async () => {
    expect(await secrets.read('h', 'a@b.cc')).toBeUndefined();
    await secrets.write('h', 'a@b.cc', 'dfoa_1');
    await secrets.write('h', 'a@b.cc', 'dfoa_2');
    await secrets.write('h', 'b@b.cc', 'dfoa_3');
    expect(await secrets.read('h', 'a@b.cc')).toBe('dfoa_2');
    await secrets.remove('h', 'a@b.cc');
    await secrets.remove('h', 'a@b.cc');
    expect(await secrets.read('h', 'a@b.cc')).toBeUndefined();
    expect(await secrets.read('h', 'b@b.cc')).toBe('dfoa_3');
  });

  test('stand nowhere in plain words, and their key lies apart, for its owner only', async () => {
    await secrets.write('h', 'a@b.cc', 'dfoa_1');
    expect(readFileSync(sealedPath, 'utf8')).not.toContain('dfoa_1');
    expect(readFileSync(plainPath, 'utf8')).toBe('version: 1\ntokens: {}\n');
    expect(mode(sealedPath)).toBe(0o600);
    expect(mode(keyPath)).toBe(0o600);
  });

  test('that the original client left in plain words are read, and sealed by the next write', async () => {
    leaveInPlainWords('dfoa_1');
    expect(await secrets.read('h', 'a@b.cc')).toBe('dfoa_1');
    await secrets.write('h', 'b@b.cc', 'dfoa_2');
    expect(readFileSync(plainPath, 'utf8')).not.toContain('dfoa_1');
    expect(await secrets.read('h', 'a@b.cc')).toBe('dfoa_1');
  });

  test('cannot be opened without their key, and say where it belongs', async () => {
    await secrets.write('h', 'a@b.cc', 'dfoa_1');
    rmSync(keyPath);
    await expect(secrets.read('h', 'a@b.cc')).rejects.toMatchObject({ code: 'keyring_unavailable' });
    await expect(secrets.read('h', 'a@b.cc')).rejects.toThrow(keyPath);
  });

  test('cannot be opened, nor written over, with a damaged key', async () => {
    await secrets.write('h', 'a@b.cc', 'dfoa_1');
    const sealed = readFileSync(sealedPath, 'utf8');
    writeFileSync(keyPath, 'short');
    await expect(secrets.read('h', 'a@b.cc')).rejects.toThrow(`the key ${keyPath} is damaged`);
    await expect(secrets.write('h', 'b@b.cc', 'dfoa_2')).rejects.toThrow('is damaged');
    expect(readFileSync(sealedPath, 'utf8')).toBe(sealed);
  });

  test('that somebody changed are refused', async () => {
    await secrets.write('h', 'a@b.cc', 'dfoa_1');
    const [title, body = ''] = readFileSync(sealedPath, 'utf8').split('\n');
    const bytes = Buffer.from(body, 'base64');
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    writeFileSync(sealedPath, `${title}\n${bytes.toString('base64')}\n`);
    await expect(secrets.read('h', 'a@b.cc')).rejects.toMatchObject({ code: 'keyring_unavailable' });
  });
});

describe('tokens in plain words', () => {
  test('are those the original client reads', async () => {
    await plainSecrets.write('h', 'a@b.cc', 'dfoa_1');
    expect(readFileSync(plainPath, 'utf8')).toBe('version: 1\ntokens:\n  h:\n    a@b.cc: dfoa_1\n');
  });

  test('take over what was sealed before', async () => {
    await secrets.write('h', 'a@b.cc', 'dfoa_1');
    await plainSecrets.write('h', 'b@b.cc', 'dfoa_2');
    expect(readFileSync(plainPath, 'utf8')).toBe('version: 1\ntokens:\n  h:\n    a@b.cc: dfoa_1\n    b@b.cc: dfoa_2\n');
  });

  test('are for their owner only, also when they were not before', async () => {
    leaveInPlainWords('dfoa_1');
    await plainSecrets.write('h', 'a@b.cc', 'dfoa_2');
    expect(mode(plainPath)).toBe(0o600);
  });

  test('of another version are none', async () => {
    await plainSecrets.write('h', 'a@b.cc', 'dfoa_1');
    writeFileSync(plainPath, 'version: 9\ntokens:\n  h:\n    a@b.cc: dfoa_1\n');
    expect(await plainSecrets.read('h', 'a@b.cc')).toBeUndefined();
  });

  test('are not shown when the file cannot be understood', async () => {
    await plainSecrets.write('h', 'a@b.cc', 'dfoa_1');
    writeFileSync(plainPath, 'tokens: {h: {a@b.cc: opaque-secret}\n');
    await expect(secrets.read('h', 'a@b.cc')).rejects.toThrow(/^Failed to parse YAML file \S+ at line 2, column 1\.$/);
  });
});

function leaveInPlainWords(token: string): void {
  mkdirSync(dirname(plainPath), { recursive: true });
  writeFileSync(plainPath, `tokens:\n  h:\n    a@b.cc: ${token}\n`, { mode: 0o644 });
}
