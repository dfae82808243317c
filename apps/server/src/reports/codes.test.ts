import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countLetters, lastLetter } from '../testing/last-letter.ts';
import { setPolicy } from '../testing/set-policy.ts';
import { signInAdministrator } from '../testing/sign-in-administrator.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../testing/test-server.ts';

// What people who run or use such a server have reported elsewhere; each title says what went wrong for them.
const BOB = 'bob@example.com';
const NEXT = 'violet harbour 7';
const api = '/console/api';
/** From which the owner signs in. */
const OWN_NETWORK = '192.0.2.7';

let server: TestServer;
beforeEach(async () => {
  server = await startSetUpServer();
  await setPolicy(server, { emailCode: true });
});
afterEach(() => server.close());

const post = (path: string, body: object, remoteAddress = '127.0.0.1') =>
  server.browser({ remoteAddress }).send('POST', `${api}${path}`, body);
const tryCode = (token: string, code: string, remoteAddress: string) =>
  post('/email-code-login/validity', { email: ADMIN.email, code, token }, remoteAddress);
const ask = async (path: string, email: string): Promise<string> => (await post(path, { email })).json().data;

describe('a code', () => {
  test('never came, and nobody could say what had become of it', async () => {
    await ask('/forgot-password', ADMIN.email);
    const admin = await signInAdministrator(server);

    const { data } = (await admin.send('GET', `/admin-api/v1/letters?q=${ADMIN.email}`)).json();

    expect(data).toMatchObject([{ kind: 'password_reset_code', status: 'waiting', problem: null, tries: 0 }]);
  });

  test('that was sent again did not work for somebody who was just registering', async () => {
    await setPolicy(server, { registration: true, personalSpaces: true });
    await ask('/email-register/send-email', BOB);
    server.advance(60);
    const token = await ask('/email-register/send-email', BOB);
    const { code } = await lastLetter(server, 'registration_code', BOB);

    const proven = await post('/email-register/validity', { email: BOB, code, token });

    expect(proven.json()).toMatchObject({ is_valid: true });
  });

  test('that was sent again did not work for somebody without an account who signed in with it', async () => {
    await setPolicy(server, { registration: true, personalSpaces: true });
    await ask('/email-code-login', BOB);
    server.advance(60);
    const token = await ask('/email-code-login', BOB);
    const { code } = await lastLetter(server, 'sign_in_code', BOB);

    expect((await post('/email-code-login/validity', { email: BOB, code, token })).json()).toEqual({
      result: 'success',
    });
  });

  test.each([
    ['signs in', '/email-code-login', 'email_code_error'],
    ['sets a new password', '/forgot-password', 'email_code_error'],
    ['registers', '/email-register/send-email', 'email_code_error'],
  ])('that %s could be guessed without end', async (_what, path, refusal) => {
    await setPolicy(server, { registration: true });
    const email = path.startsWith('/email-register') ? BOB : ADMIN.email;
    const token = await ask(path, email);
    const answers: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      const guess = { email, token, code: 'guess1' };
      const where = `${path.replace('/send-email', '')}/validity`;
      answers.push((await post(where, guess, `198.51.100.${n}`)).json().code);
    }

    expect(answers.slice(0, 5)).toEqual(Array(5).fill(refusal));
    expect(new Set(answers.slice(5))).toEqual(new Set(['invalid_or_expired_token']));
  });

  test('could be guessed at again and again by asking for another one each time', async () => {
    const answers: string[] = [];
    for (let n = 0; n < 8; n += 1) {
      const token = await ask('/forgot-password', ADMIN.email);
      const guess = { email: ADMIN.email, token, code: 'guess1' };
      answers.push((await post('/forgot-password/validity', guess)).json().code);
      server.advance(60);
    }

    expect(answers).toEqual([
      ...Array(6).fill('email_code_error'),
      'email_password_reset_limit',
      'email_password_reset_limit',
    ]);
  });

  test('for a new password could be left out by whoever had the first answer', async () => {
    const token = await ask('/forgot-password', ADMIN.email);

    const answer = await post('/forgot-password/resets', { token, new_password: NEXT, password_confirm: NEXT });

    expect(answer.json().code).toBe('invalid_or_expired_token');
    expect((await server.browser().signIn(ADMIN.email, ADMIN.password)).json()).toEqual({ result: 'success' });
  });

  test('of two people who asked at the same moment reached the wrong one of them', async () => {
    await setPolicy(server, { registration: true, personalSpaces: true });
    const [anns, bobs] = await Promise.all([ask('/email-code-login', ADMIN.email), ask('/email-code-login', BOB)]);
    const code = (await lastLetter(server, 'sign_in_code', ADMIN.email)).code;

    const crossed = await post('/email-code-login/validity', { email: ADMIN.email, code, token: bobs });
    const straight = await post('/email-code-login/validity', { email: ADMIN.email, code, token: anns });

    expect([crossed.json().code, straight.json().result]).toEqual(['invalid_email', 'success']);
  });

  test('could be guessed at from one network after the other, with a new letter each time', async () => {
    await server.close();
    server = await startSetUpServer({ LATCHKEY_LIMITS: 'mail-sign-in-code=off,mail-network=off' });
    await setPolicy(server, { emailCode: true });
    await server.browser({ remoteAddress: OWN_NETWORK }).signIn(ADMIN.email, ADMIN.password);
    for (let letter = 0; letter < 20; letter += 1) {
      const token = await ask('/email-code-login', ADMIN.email);
      for (let n = 0; n < 5; n += 1) await tryCode(token, 'guess1', `198.51.${letter}.1`);
      server.advance(1);
    }
    const token = await ask('/email-code-login', ADMIN.email);
    const { code } = await lastLetter(server, 'sign_in_code', ADMIN.email);

    const refused = await tryCode(token, code, '203.0.113.1');
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'email_code_login_limit']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(23 * 3600);
    expect((await tryCode(token, code, OWN_NETWORK)).json()).toEqual({ result: 'success' });
  });

  test.each([
    ['/forgot-password', 'password_reset_rate_limit_exceeded', 1],
    ['/email-code-login', 'email_code_login_rate_limit_exceeded', 3],
  ])('did not come for its owner, because a stranger went on asking for one: %s', async (path, refusal, most) => {
    await server.browser({ remoteAddress: OWN_NETWORK }).signIn(ADMIN.email, ADMIN.password);
    for (let n = 0; n < most; n += 1) await post(path, { email: ADMIN.email }, '198.51.100.1');

    expect((await post(path, { email: ADMIN.email }, '203.0.113.1')).json().code).toBe(refusal);
    for (let n = 0; n < most; n += 1) {
      expect((await post(path, { email: ADMIN.email }, OWN_NETWORK)).json()).toMatchObject({ result: 'success' });
    }
    expect((await post(path, { email: ADMIN.email }, OWN_NETWORK)).json().code).toBe(refusal);
  });

  test('was sent without end to somebody who had asked for none', async () => {
    const sent: number[] = [];
    for (let n = 0; n < 10; n += 1)
      sent.push((await post('/forgot-password', { email: ADMIN.email }, `198.51.100.${n}`)).statusCode);

    expect(sent).toEqual([200, ...Array(9).fill(429)]);
    expect(await countLetters(server, 'password_reset_code', ADMIN.email)).toBe(1);
  });
});
