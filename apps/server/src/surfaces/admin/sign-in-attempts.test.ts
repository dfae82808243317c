import { cutAdministratorLink } from '@latchkey/core';
import { anAccount } from '@latchkey/core/testing';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { lastLetter } from '../../testing/last-letter.ts';
import { setPolicy } from '../../testing/set-policy.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

const HEADERS = { 'x-latchkey-admin': '1' };
const STRANGER = { remoteAddress: '203.0.113.9' };
const WRONG = 'wrong password 1';

let server: TestServer;
let admin: Browser;
beforeEach(async () => {
  server = await startSetUpServer();
  admin = server.browser({ headers: HEADERS });
  await admin.send('POST', '/admin-api/v1/session', { email: ADMIN.email, password: ADMIN.password });
});
afterEach(() => server.close());

const get = async (path: string) => (await admin.send('GET', `/admin-api/v1/${path}`)).json();
const stranger = () => server.browser(STRANGER);
const atTheAdministration = (email: string, password: string) =>
  stranger().send('POST', '/admin-api/v1/session', { email, password });

/** Grace, with a password that was made for one sign-in. */
async function addGrace(): Promise<{ readonly id: string; readonly password: string }> {
  const body = { email: 'grace@example.com', name: 'Grace' };
  const { id, one_time_password: password } = (await admin.send('POST', '/admin-api/v1/accounts', body)).json();
  return { id, password };
}

/** What the administrator finds under the reference that somebody was shown. */
async function attemptOf(response: LightMyRequestResponse) {
  return get(`sign-in-attempts/${response.headers['x-request-id']}`);
}

async function expectRule(response: LightMyRequestResponse, rule: string): Promise<void> {
  const attempt = await attemptOf(response);
  expect(attempt).toMatchObject({ reference: response.headers['x-request-id'], rule, outcome: 'refused' });
}

describe('under the reference of a refused sign-in, the administrator reads which rule decided:', () => {
  test('what is wrong with address or password', async () => {
    const { id } = await addGrace();

    await expectRule(await stranger().signIn('nobody@example.com', WRONG), 'unknown_account');
    await expectRule(await stranger().signIn('grace@example.com', WRONG), 'wrong_password');
    expect(await attemptOf(await stranger().signIn('Grace@Example.com', WRONG))).toEqual({
      reference: expect.any(String),
      at: '2026-11-20T12:00:00.000Z',
      method: 'password',
      email: 'grace@example.com',
      account_id: id,
      outcome: 'refused',
      refusal: 'authentication_failed',
      rule: 'wrong_password',
      details: {},
      ip: STRANGER.remoteAddress,
      user_agent: expect.any(String),
    });
  });

  test('an account without a password, banned, closed, without a workspace or with a one-time password', async () => {
    const { id, password } = await addGrace();
    const { accounts } = server.context.platform.store;
    const account = await accounts.findByEmail('grace@example.com');
    if (account === undefined) throw new Error('Grace is missing');
    const signIn = () => stranger().signIn('grace@example.com', password);

    await expectRule(await signIn(), 'new_password_needed');
    await accounts.setStatus(account.id, 'banned');
    await expectRule(await signIn(), 'banned');
    await accounts.setStatus(account.id, 'closed');
    await expectRule(await signIn(), 'closed');
    await accounts.setStatus(account.id, 'active');
    const hash = await server.context.platform.passwordHasher.hash(password);
    await server.context.platform.store.passwords.set(account.id, { hash, isOneTime: false }, new Date());
    await expectRule(await signIn(), 'no_workspace');
    await accounts.add(anAccount({ email: 'a@example.com' }));
    await expectRule(await stranger().signIn('a@example.com', password), 'no_password');
    const { data } = await get('sign-in-attempts?email=grace@example.com');
    expect(data.map((attempt: { account_id: string }) => attempt.account_id)).toEqual([id, id, id, id]);
  });

  test('a method that is off, or another that is enforced', async () => {
    await setPolicy(server, { password: false });
    await expectRule(await stranger().signIn(ADMIN.email, ADMIN.password), 'method_off');
    await expectRule(
      await stranger().send('POST', '/console/api/email-code-login', { email: ADMIN.email }),
      'method_off',
    );
    await setPolicy(server, { password: true, sso: true, ssoEnforced: true });
    await expectRule(await stranger().signIn(ADMIN.email, ADMIN.password), 'sso_enforced');
  });

  test('too many wrong passwords, and when to come back', async () => {
    for (let n = 0; n < 6; n += 1) await stranger().signIn(ADMIN.email, WRONG);

    const refused = await stranger().signIn(ADMIN.email, ADMIN.password);

    await expectRule(refused, 'limit_account_network');
    expect((await attemptOf(refused)).details).toEqual({ retry_after: Number(refused.headers['retry-after']) });
  });

  test('what is wrong with a code', async () => {
    await setPolicy(server, { emailCode: true });
    const ask = async (email: string) =>
      (await stranger().send('POST', '/console/api/email-code-login', { email })).json().data;
    const redeem = (email: string, token: string, code: string) =>
      stranger().send('POST', '/console/api/email-code-login/validity', { email, token, code });
    const token = await ask(ADMIN.email);
    const { code } = await lastLetter(server, 'sign_in_code', ADMIN.email);

    await expectRule(await redeem(ADMIN.email, 'no such token', code), 'expired_code');
    await expectRule(await redeem(ADMIN.email, token, code === '000000' ? '000001' : '000000'), 'wrong_code');
    await expectRule(await redeem('other@example.com', token, code), 'wrong_address');
    await expectRule(await redeem('nobody@example.com', await ask('nobody@example.com'), '123456'), 'unknown_account');
    for (let n = 0; n < 2; n += 1) await ask(ADMIN.email);
    const again = await stranger().send('POST', '/console/api/email-code-login', { email: ADMIN.email });
    await expectRule(again, 'limit_letters');
  });

  test('at the door of the administration', async () => {
    const { password } = await addGrace();

    await expectRule(await atTheAdministration(ADMIN.email, WRONG), 'wrong_password');
    await expectRule(await atTheAdministration('nobody@example.com', WRONG), 'unknown_account');
    const refused = await atTheAdministration('grace@example.com', password);
    await expectRule(refused, 'not_administrator');
    expect((await attemptOf(refused)).details).toEqual({ door: 'administration' });
  });

  test('a link of the server’s shell that does not work any more', async () => {
    const follow = (token: string) => stranger().send('POST', '/admin-api/v1/session/link', { token });
    const link = await cutAdministratorLink(server.context.platform, ADMIN.email);
    const token = link.split('#')[1] ?? '';

    const worked = await follow(token);
    const again = await follow(token);

    expect(await attemptOf(worked)).toMatchObject({ method: 'link', outcome: 'signed_in', email: ADMIN.email });
    await expectRule(again, 'expired_link');
  });
});

describe('the sign-in attempts', () => {
  test('have one for each sign-in that worked, too', async () => {
    const attempt = await attemptOf(await stranger().signIn(ADMIN.email, ADMIN.password));

    expect(attempt).toMatchObject({ outcome: 'signed_in', rule: null, refusal: null, email: ADMIN.email });
  });

  test('are found by reference however it is written, by address, outcome, method and time', async () => {
    const refused = await stranger().signIn('nobody@example.com', WRONG);
    await stranger().signIn(ADMIN.email, ADMIN.password);
    const total = async (query: string) => (await get(`sign-in-attempts?${query}`)).total;

    expect(await total(`reference=%20${String(refused.headers['x-request-id']).toLowerCase()}`)).toBe(1);
    expect(await total('email=Nobody@Example.com')).toBe(1);
    expect(await total('outcome=refused')).toBe(1);
    expect(await total('outcome=signed_in')).toBe(2);
    expect(await total('method=email_code')).toBe(0);
    expect(await total('to=2026-11-20T12:00:00Z')).toBe(0);
    expect(await get('sign-in-attempts?limit=2')).toMatchObject({ page: 1, limit: 2, total: 3, has_more: true });
  });

  test('say so when there is none with a reference', async () => {
    const { statusCode, body } = await admin.send('GET', '/admin-api/v1/sign-in-attempts/NONE-0000');

    expect([statusCode, JSON.parse(body).code]).toEqual([404, 'attempt_unknown']);
  });
});

test('the overview counts accounts, sessions and the attempts of each day by rule', async () => {
  await addGrace();
  await stranger().signIn(ADMIN.email, WRONG);
  await stranger().signIn(ADMIN.email, ADMIN.password);
  server.advance(86_400);
  await stranger().signIn('nobody@example.com', WRONG);
  await stranger().signIn('nobody@example.com', WRONG);
  await admin.send('POST', '/admin-api/v1/session', { email: ADMIN.email, password: ADMIN.password });

  expect(await get('overview?days=3')).toEqual({
    accounts: { pending: 0, uninitialized: 0, active: 2, banned: 0, closed: 0 },
    workspaces: 1,
    sessions: { browser: 1, terminal: 0 },
    letters_waiting: expect.any(Number),
    series: [
      { day: '2026-11-19T00:00:00.000Z', signed_in: 0, refused: 0 },
      { day: '2026-11-20T00:00:00.000Z', signed_in: 2, refused: 1 },
      { day: '2026-11-21T00:00:00.000Z', signed_in: 1, refused: 2 },
    ],
    refusals: [
      { rule: 'unknown_account', count: 2 },
      { rule: 'wrong_password', count: 1 },
    ],
    certificates_ending: [],
    enforcement_reverts_at: null,
  });
});
