import { cutAdministratorLink } from '@latchkey/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinWorkspace, MEMBER_PASSWORD } from '../testing/join-workspace.ts';
import { resetForgottenPassword } from '../testing/reset-forgotten-password.ts';
import { setPolicy } from '../testing/set-policy.ts';
import { signInAdministrator } from '../testing/sign-in-administrator.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../testing/test-server.ts';

// What people who run or use such a server have reported elsewhere; each title says what went wrong for them.
const BOB = 'bob@example.com';
const NEXT = 'violet harbour 7';
const SUCCESS = { result: 'success' };

let server: TestServer;
beforeEach(async () => {
  server = await startSetUpServer();
});
afterEach(() => server.close());

const signIn = async (email: string, password: string, remoteAddress = '127.0.0.1') =>
  (await server.browser({ remoteAddress }).signIn(email, password)).json();

async function addBob(): Promise<string> {
  const ann = server.browser();
  await ann.signIn(ADMIN.email, ADMIN.password);
  await joinWorkspace(server, ann, BOB);
  return (await server.context.platform.store.accounts.findByEmail(BOB))?.id ?? '';
}

test('nobody could get in who typed their address in capitals', async () => {
  await addBob();

  expect(await signIn('BOB@Example.COM', MEMBER_PASSWORD)).toEqual(SUCCESS);
});

test('one address in two spellings became two accounts', async () => {
  await addBob();
  const admin = await signInAdministrator(server);

  const second = await admin.send('POST', '/admin-api/v1/accounts', { email: 'BoB@EXAMPLE.com', name: 'Bob' });

  expect(second.json().code).toBe('email_already_in_use');
});

test('a forgotten password could only be set in the database where there was no mail server', async () => {
  const id = await addBob();
  const admin = await signInAdministrator(server);
  const path = `/admin-api/v1/accounts/${id}/password-reset`;

  const { one_time_password } = (await admin.send('POST', path, { kind: 'one_time_password' })).json();

  const browser = server.browser();
  await browser.signIn(BOB, one_time_password);
  const chosen = await browser.send('POST', '/console/api/unfinished-sign-in/password', { new_password: NEXT });
  expect(chosen.json()).toEqual(SUCCESS);
  expect(await signIn(BOB, NEXT)).toEqual(SUCCESS);
});

test('the password of the owner was lost for good without a mail server', async () => {
  const link = await cutAdministratorLink(server.context.platform, ADMIN.email);
  const admin = server.browser({ headers: { 'x-latchkey-admin': '1' } });
  await admin.send('POST', '/admin-api/v1/session/link', { token: new URL(link).hash.slice(1) });

  await admin.send('POST', '/admin-api/v1/session/password', { new_password: NEXT });

  expect(await signIn(ADMIN.email, NEXT)).toEqual(SUCCESS);
});

test('a reset said that it had succeeded, and the new password did not work', async () => {
  await resetForgottenPassword(server, ADMIN.email, NEXT);

  expect(await signIn(ADMIN.email, NEXT)).toEqual(SUCCESS);
  expect((await signIn(ADMIN.email, ADMIN.password)).code).toBe('authentication_failed');
});

test('a reset that was asked for in capitals set the password of nobody', async () => {
  await resetForgottenPassword(server, 'ANN@Example.com', NEXT);

  expect(await signIn(ADMIN.email, NEXT)).toEqual(SUCCESS);
});

test('the lock of too many wrong passwords survived the reset', async () => {
  for (let n = 0; n < 7; n += 1) await signIn(ADMIN.email, 'wrong');
  expect((await signIn(ADMIN.email, ADMIN.password)).code).toBe('email_code_login_limit');

  await resetForgottenPassword(server, ADMIN.email, NEXT);

  expect(await signIn(ADMIN.email, NEXT)).toEqual(SUCCESS);
});

test('the lock could not be lifted by an administrator', async () => {
  const id = await addBob();
  for (let n = 0; n < 7; n += 1) await signIn(BOB, 'wrong');
  const admin = await signInAdministrator(server);
  const { locks } = (await admin.send('GET', `/admin-api/v1/accounts/${id}`)).json();
  expect(locks).toMatchObject([{ network: '127.0.0.1' }]);

  await admin.send('POST', `/admin-api/v1/accounts/${id}/lift-lock`, {});

  expect(await signIn(BOB, MEMBER_PASSWORD)).toEqual(SUCCESS);
});

test('the lock lasted a day, and nobody could make it shorter', async () => {
  const admin = await signInAdministrator(server);
  const limits = { 'password-account-network': { max: 2, window_seconds: 60 } };
  await admin.send('PATCH', '/admin-api/v1/settings', { limits, version: 0 });
  for (let n = 0; n < 3; n += 1) await signIn(ADMIN.email, 'wrong');
  expect((await signIn(ADMIN.email, ADMIN.password)).code).toBe('email_code_login_limit');

  server.advance(60);

  expect(await signIn(ADMIN.email, ADMIN.password)).toEqual(SUCCESS);
});

test('the lock did not say when to come back', async () => {
  for (let n = 0; n < 6; n += 1) await signIn(ADMIN.email, 'wrong');
  server.advance(3600);

  const refused = await server.browser().signIn(ADMIN.email, ADMIN.password);

  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, String(23 * 3600)]);
});

test('a stranger locked the owner out by guessing', async () => {
  for (let n = 0; n < 20; n += 1) await signIn(ADMIN.email, `guess ${n}`, '198.51.100.66');

  expect(await signIn(ADMIN.email, ADMIN.password)).toEqual(SUCCESS);
});

test('strangers from a hundred networks locked the owner out, or were never stopped', async () => {
  const known = '192.0.2.7';
  await signIn(ADMIN.email, ADMIN.password, known);
  for (let n = 0; n < 100; n += 1) await signIn(ADMIN.email, 'wrong', `198.51.${n}.1`);

  expect((await signIn(ADMIN.email, ADMIN.password, '203.0.113.1')).code).toBe('email_code_login_limit');
  expect(await signIn(ADMIN.email, ADMIN.password, known)).toEqual(SUCCESS);
});

test('"login method not configured" locked everybody out, administrators too', async () => {
  await setPolicy(server, { password: false });
  const admin = await signInAdministrator(server);
  const { version, ...policy } = (await admin.send('GET', '/admin-api/v1/sign-in-policy')).json();

  await admin.send('PUT', '/admin-api/v1/sign-in-policy', { ...policy, email_password: true, version });

  expect(await signIn(ADMIN.email, ADMIN.password)).toEqual(SUCCESS);
});

test.each(['  spaces 1  ', 'Grüße aus Köln 1', `${'long '.repeat(25)}1`])(
  'the password "%s" was taken once and never again',
  async (password) => {
    await resetForgottenPassword(server, ADMIN.email, password);

    expect(await signIn(ADMIN.email, password)).toEqual(SUCCESS);
    expect(await signIn(ADMIN.email, password.normalize('NFD'))).toEqual(SUCCESS);
    expect((await signIn(ADMIN.email, password.slice(0, -1))).code).toBe('authentication_failed');
    expect((await signIn(ADMIN.email, password.toUpperCase())).code).toBe('authentication_failed');
  },
);
