import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { countLetters, lastLetter } from '../../testing/last-letter.ts';
import { setPolicy } from '../../testing/set-policy.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

const NEXT = 'violet harbour 7';
const api = '/console/api/forgot-password';

let server: TestServer;
let browser: Browser;
beforeEach(async () => {
  server = await startSetUpServer();
  browser = server.browser();
});
afterEach(() => server.close());

async function prove(email = ADMIN.email): Promise<string> {
  const token = (await browser.send('POST', api, { email })).json().data;
  const { code } = await lastLetter(server, 'password_reset_code', email);
  const proven = await browser.send('POST', `${api}/validity`, { email, code, token });
  expect(proven.json()).toEqual({ is_valid: true, email, token: expect.any(String) });
  return proven.json().token;
}

const reset = (token: string, password = NEXT, confirm = password) =>
  browser.send('POST', `${api}/resets`, { token, new_password: password, password_confirm: confirm });

describe('a forgotten password', () => {
  test('is replaced in three steps, which sign nobody in', async () => {
    const response = await reset(await prove());

    expect(response.json()).toEqual({ result: 'success' });
    expect(response.headers['set-cookie']).toBeUndefined();
    expect((await server.browser().signIn(ADMIN.email, ADMIN.password)).statusCode).toBe(401);
    expect((await server.browser().signIn(ADMIN.email, NEXT)).json()).toEqual({ result: 'success' });
  });

  test('ends every session and tells the owner', async () => {
    const signedIn = server.browser();
    await signedIn.signIn(ADMIN.email, ADMIN.password);

    await reset(await prove());

    expect((await signedIn.send('GET', '/console/api/account/profile')).statusCode).toBe(401);
    expect(await countLetters(server, 'password_changed', ADMIN.email)).toBe(1);
  });

  test('lifts the lock: somebody locked out by wrong passwords gets in with the new one at once', async () => {
    for (let n = 0; n < 7; n += 1) await browser.signIn(ADMIN.email, 'wrong');
    expect((await browser.signIn(ADMIN.email, ADMIN.password)).statusCode).toBe(429);

    await reset(await prove());

    expect((await browser.signIn(ADMIN.email, NEXT)).json()).toEqual({ result: 'success' });
  });

  test('is not replaced by the token of the first step: the code cannot be skipped', async () => {
    const token = (await browser.send('POST', api, { email: ADMIN.email })).json().data;

    expect((await reset(token)).json().code).toBe('invalid_or_expired_token');
  });

  test('is replaced once by one proof, however many try at once', async () => {
    const token = await prove();

    const answers = await Promise.all([reset(token), reset(token), reset(token)]);

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 400, 400]);
  });

  test('cannot be replaced by two different passwords, a short one or a common one; the proof is not lost by that', async () => {
    const token = await prove();

    expect((await reset(token, NEXT, `${NEXT}x`)).json().code).toBe('password_mismatch');
    expect((await reset(token, 'short1')).json().code).toBe('invalid_param');
    expect((await reset(token, 'password1')).json().code).toBe('password_too_common');
    expect((await reset(token, 'ann-example1')).json().code).toBe('password_too_common');
    expect((await reset(token)).json()).toEqual({ result: 'success' });
  });

  test('says the same for an address that nobody has, whose reader gets a letter that says so', async () => {
    await setPolicy(server, { registration: true });
    const known = await browser.send('POST', api, { email: ADMIN.email });
    const unknown = await browser.send('POST', api, { email: 'no@example.com' });

    expect([unknown.statusCode, Object.keys(unknown.json())]).toEqual([known.statusCode, Object.keys(known.json())]);
    expect(await lastLetter(server, 'no_account', 'no@example.com')).toEqual({
      registerLink: 'http://localhost:5600/signup',
    });
  });

  test('builds no link from the Host header', async () => {
    await setPolicy(server, { registration: true });

    await browser.send('POST', api, { email: 'no@example.com' }, { host: 'evil.example' });

    expect((await lastLetter(server, 'no_account', 'no@example.com')).registerLink).not.toContain('evil');
  });

  test('is asked for once a minute by one address', async () => {
    await browser.send('POST', api, { email: ADMIN.email });

    const refused = await browser.send('POST', api, { email: ADMIN.email });

    expect([refused.statusCode, refused.json().code]).toEqual([429, 'password_reset_rate_limit_exceeded']);
    expect(refused.json().message).toBe(
      'Too many password reset emails have been sent. Please try again in 1 minutes.',
    );
    server.advance(60);
    expect((await browser.send('POST', api, { email: ADMIN.email })).statusCode).toBe(200);
  });

  test('is nothing one asks for while passwords are off', async () => {
    await setPolicy(server, { password: false, emailCode: true });

    expect((await browser.send('POST', api, { email: ADMIN.email })).json().code).toBe('forbidden');
  });

  test('cannot be asked for more than fifty times a minute from one network', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 52; n += 1) {
      answers.push((await browser.send('POST', api, { email: `nobody-${n}@example.com` })).statusCode);
    }

    expect(answers.filter((status) => status === 200)).toHaveLength(50);
    expect((await browser.send('POST', api, { email: 'one@example.com' })).json().code).toBe('email_send_ip_limit');
  });
});
