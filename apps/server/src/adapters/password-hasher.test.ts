import { pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { ADMIN, startSetUpServer } from '../testing/test-server.ts';
import { argon2PasswordHasher } from './password-hasher.ts';

const hasher = argon2PasswordHasher();

test('a password is kept as argon2id with OWASP’s parameters, salted', async () => {
  const [one, other] = await Promise.all([hasher.hash('correct horse 1'), hasher.hash('correct horse 1')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await hasher.verify('correct horse 1', one)).toBe(true);
  expect(await hasher.verify('correct horse 2', one)).toBe(false);
  expect(hasher.needsRehash(one)).toBe(false);
});

test('one password typed on two keyboards is one password', async () => {
  expect(await hasher.verify('cafe\u0301 1234', await hasher.hash('caf\u00e9 1234'))).toBe(true);
});

test('an unknown account is compared with a hash that nothing matches', async () => {
  expect(await hasher.verify('anything 1', undefined)).toBe(false);
});

/** As Dify keeps it: base64 of the hex of the key, and the salt in base64. */
function difyHash(password: string): string {
  const salt = Buffer.from('0123456789abcdef');
  const key = pbkdf2Sync(password, salt, 10_000, 32, 'sha256').toString('hex');
  return `$pbkdf2-sha256$10000$${salt.toString('base64')}$${Buffer.from(key).toString('base64')}`;
}

test('an account imported from Dify signs in with its old password and is re-hashed by that', async () => {
  const server = await startSetUpServer();
  const { store } = server.context.platform;
  const account = await store.accounts.findByEmail(ADMIN.email);
  if (account === undefined) throw new Error('no account');
  await store.passwords.set(account.id, { hash: difyHash('imported 1'), isOneTime: false }, new Date(0));
  expect((await server.browser().signIn(ADMIN.email, 'imported 2')).statusCode).toBe(401);
  expect(await store.passwords.find(account.id)).toMatchObject({ hash: difyHash('imported 1') });
  expect((await server.browser().signIn(ADMIN.email, 'imported 1')).statusCode).toBe(200);
  expect((await store.passwords.find(account.id))?.hash).toMatch(/^\$argon2id\$/);
  expect((await server.browser().signIn(ADMIN.email, 'imported 1')).statusCode).toBe(200);
  await server.close();
});
