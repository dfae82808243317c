import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countLetters, lastLetter } from '../../testing/last-letter.ts';
import { setPolicy } from '../../testing/set-policy.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startSetUpServer();
  await setPolicy(server, { emailCode: true });
});
afterEach(() => server.close());

const base64 = (text: string): string => Buffer.from(text).toString('base64');

async function ask(email = ADMIN.email, browser = server.browser()): Promise<string> {
  server.advance(1); // letters of one instant have no order
  const response = await browser.send('POST', '/console/api/email-code-login', { email });
  expect(response.statusCode).toBe(200);
  return response.json().data;
}

function redeem(token: string, code: string, email = ADMIN.email, browser = server.browser()) {
  return browser.send('POST', '/console/api/email-code-login/validity', { email, token, code: base64(code) });
}

describe('signing in with a code from a letter', () => {
  test('opens a session', async () => {
    const token = await ask();
    const { code } = await lastLetter(server, 'sign_in_code', ADMIN.email);
    const browser = server.browser();

    const response = await redeem(token, code, ADMIN.email, browser);

    expect(code).toMatch(/^\d{6}$/);
    expect(response.json()).toEqual({ result: 'success' });
    expect((await browser.send('GET', '/console/api/account/profile')).json().email).toBe(ADMIN.email);
  });

  test('takes plain digits as well as base64', async () => {
    const token = await ask();
    const { code } = await lastLetter(server, 'sign_in_code', ADMIN.email);

    const body = { email: ADMIN.email, token, code };
    const response = await server.browser().send('POST', '/console/api/email-code-login/validity', body);

    expect(response.json()).toEqual({ result: 'success' });
  });

  test('works once', async () => {
    const token = await ask();
    const { code } = await lastLetter(server, 'sign_in_code', ADMIN.email);
    await redeem(token, code);

    const again = await redeem(token, code);

    expect([again.statusCode, again.json().code]).toEqual([400, 'invalid_or_expired_token']);
  });

  test('lets one of four at once in', async () => {
    const token = await ask();
    const { code } = await lastLetter(server, 'sign_in_code', ADMIN.email);

    const answers = await Promise.all(Array.from({ length: 4 }, () => redeem(token, code)));

    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  });

  test('ends at the very instant of five minutes', async () => {
    const token = await ask();
    const { code } = await lastLetter(server, 'sign_in_code', ADMIN.email);
    server.advance(300);

    expect((await redeem(token, code)).json().code).toBe('invalid_or_expired_token');
  });

  test('gives up a code after five wrong tries, also to whoever then knows it', async () => {
    const token = await ask();
    const { code } = await lastLetter(server, 'sign_in_code', ADMIN.email);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let n = 0; n < 5; n += 1) expect((await redeem(token, wrong)).json().code).toBe('email_code_error');

    expect((await redeem(token, code)).json().code).toBe('invalid_or_expired_token');
  });

  test('counts wrong codes over several letters: the seventh try of a day is refused before it is compared', async () => {
    const wrongOf = (code: string) => (code === '000000' ? '111111' : '000000');
    for (let n = 0; n < 2; n += 1) {
      const token = await ask();
      const { code } = await lastLetter(server, 'sign_in_code', ADMIN.email);
      for (let tries = 0; tries < 3; tries += 1) await redeem(token, wrongOf(code));
    }
    const token = await ask();
    const { code } = await lastLetter(server, 'sign_in_code', ADMIN.email);

    const refused = await redeem(token, code);

    expect([refused.statusCode, refused.json().code]).toEqual([429, 'email_code_login_limit']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const elsewhere = await redeem(token, code, ADMIN.email, server.browser({ remoteAddress: '198.51.100.9' }));
    expect(elsewhere.json()).toEqual({ result: 'success' });
  });

  test('lets the newest code win', async () => {
    const first = await ask();
    const { code } = await lastLetter(server, 'sign_in_code', ADMIN.email);
    const second = await ask();
    const newer = await lastLetter(server, 'sign_in_code', ADMIN.email);

    expect((await redeem(first, code)).json().code).toBe('invalid_or_expired_token');
    expect((await redeem(second, newer.code)).json()).toEqual({ result: 'success' });
  });

  test('takes no code that was sent for another purpose', async () => {
    await server.browser().send('POST', '/console/api/forgot-password', { email: ADMIN.email });
    const { code } = await lastLetter(server, 'password_reset_code', ADMIN.email);
    const token = (
      await server.browser().send('POST', '/console/api/forgot-password', { email: 'x@example.com' })
    ).json().data;

    expect((await redeem(token, code)).json().code).toBe('invalid_or_expired_token');
  });

  test('takes no code for another address than it was sent to', async () => {
    const token = await ask();
    const { code } = await lastLetter(server, 'sign_in_code', ADMIN.email);

    expect((await redeem(token, code, 'eve@example.com')).json().code).toBe('invalid_email');
  });

  test('answers an unknown address like a known one, and tells its reader by letter', async () => {
    const known = await server.browser().send('POST', '/console/api/email-code-login', { email: ADMIN.email });
    const unknown = await server.browser().send('POST', '/console/api/email-code-login', { email: 'no@example.com' });

    expect(unknown.statusCode).toBe(known.statusCode);
    expect(Object.keys(unknown.json())).toEqual(Object.keys(known.json()));
    expect(unknown.json().data).toHaveLength(known.json().data.length);
    expect(await lastLetter(server, 'no_account', 'no@example.com')).toEqual({ registerLink: '' });
    expect((await redeem(unknown.json().data, '000000', 'no@example.com')).json().code).toBe('email_code_error');
  });

  test('sends three codes in five minutes and then says when to come back', async () => {
    for (let n = 0; n < 3; n += 1) await ask();

    const refused = await server.browser().send('POST', '/console/api/email-code-login', { email: ADMIN.email });

    expect([refused.statusCode, refused.json().code]).toEqual([429, 'email_code_login_rate_limit_exceeded']);
    expect(refused.json().message).toBe('Too many login emails have been sent. Please try again in 5 minutes.');
    expect(refused.headers['retry-after']).toBe('298');
    expect(await countLetters(server, 'sign_in_code', ADMIN.email)).toBe(3);
  });

  test('is refused while the method is off, at the sending and at the redeeming', async () => {
    const token = await ask();
    const { code } = await lastLetter(server, 'sign_in_code', ADMIN.email);
    await setPolicy(server, { emailCode: false });

    expect((await redeem(token, code)).json().code).toBe('forbidden');
    const asked = await server.browser().send('POST', '/console/api/email-code-login', { email: ADMIN.email });
    expect(asked.json().code).toBe('forbidden');
  });

  test('keeps every refusal under the reference that the person sees', async () => {
    const token = await ask();
    const refused = await redeem(token, 'no code');
    const reference = String(refused.headers['x-request-id']);

    expect(await server.context.platform.store.attempts.findByReference(reference)).toMatchObject({
      method: 'email_code',
      refusal: 'email_code_error',
    });
  });
});
