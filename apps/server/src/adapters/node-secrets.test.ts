import { USER_CODE_ALPHABET, USER_CODE_PATTERN } from '@latchkey/contract/vocabulary';
import { expect, test } from 'vitest';
import { nodeSecrets } from './node-secrets.ts';

const AT = new Date('2026-11-20T12:00:00Z');
const secrets = nodeSecrets(() => AT, Buffer.alloc(32, 1), Buffer.alloc(32, 3));

test('ids are UUIDv7: they begin with the time they were made at, and differ', () => {
  const [one, other] = [secrets.newId(), secrets.newId()];
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(one.replaceAll('-', '').slice(0, 12), 16)).toBe(AT.getTime());
  expect(one).not.toBe(other);
});

test('user codes use every symbol of their alphabet and no other', () => {
  const codes = Array.from({ length: 500 }, () => secrets.newUserCode());
  for (const code of codes) expect(code).toMatch(USER_CODE_PATTERN);
  expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(USER_CODE_ALPHABET.length);
});

test('a short code’s digest needs the instance’s key', () => {
  const elsewhere = nodeSecrets(() => AT, Buffer.alloc(32, 2), Buffer.alloc(32, 4));
  expect(secrets.digestCode('ABCD-EFGH')).toBe(secrets.digestCode('ABCD-EFGH'));
  expect(secrets.digestCode('ABCD-EFGH')).not.toBe(elsewhere.digestCode('ABCD-EFGH'));
});

test('what is sealed is read again with the instance’s key only', () => {
  const text = 'Code 314159 für “東京” 🗝';
  const sealed = secrets.seal(text);
  expect(sealed).not.toContain('314159');
  expect(secrets.seal(text)).not.toBe(sealed);
  expect(secrets.open(sealed)).toBe(text);
  expect(secrets.open(secrets.seal(''))).toBe('');

  const elsewhere = nodeSecrets(() => AT, Buffer.alloc(32, 1), Buffer.alloc(32, 4));
  expect(() => elsewhere.open(sealed)).toThrow();
});

test('nothing of what is sealed can be changed or cut off', () => {
  const bytes = Buffer.from(secrets.seal('Code 314159'), 'base64url');
  for (let index = 0; index < bytes.length; index += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
    expect(() => secrets.open(changed.toString('base64url'))).toThrow();
    expect(() => secrets.open(bytes.subarray(0, index).toString('base64url'))).toThrow();
  }
});
