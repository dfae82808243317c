import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { countLetters, lastLetter } from '../../testing/last-letter.ts';
import { setPolicy } from '../../testing/set-policy.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

const NEW = 'ann.new@example.com';
const api = '/console/api/account/change-email';

let server: TestServer;
let ann: Browser;
beforeEach(async () => {
  server = await startSetUpServer();
  ann = server.browser();
  await ann.signIn(ADMIN.email, ADMIN.password);
});
afterEach(() => server.close());

async function proveOld(): Promise<string> {
  const token = (await ann.send('POST', api, { email: ADMIN.email, phase: 'old_email' })).json().data;
  const { code } = await lastLetter(server, 'email_change_old_code', ADMIN.email);
  return (await ann.send('POST', `${api}/validity`, { email: ADMIN.email, code, token })).json().token;
}

async function proveNew(old: string, email = NEW): Promise<string> {
  const token = (await ann.send('POST', api, { email, phase: 'new_email', token: old })).json().data;
  const { code } = await lastLetter(server, 'email_change_new_code', email);
  return (await ann.send('POST', `${api}/validity`, { email, code, token })).json().token;
}

const reset = (token: string, new_email = NEW) => ann.send('POST', `${api}/reset`, { new_email, token });

describe('another mail address', () => {
  test('is taken once both are proven; the other sessions end and both addresses are told', async () => {
    const elsewhere = server.browser();
    await elsewhere.signIn(ADMIN.email, ADMIN.password);

    const response = await reset(await proveNew(await proveOld()));

    expect(response.json()).toMatchObject({ email: NEW });
    expect((await ann.send('GET', '/console/api/account/profile')).json().email).toBe(NEW);
    expect((await elsewhere.send('GET', '/console/api/account/profile')).statusCode).toBe(401);
    expect(await countLetters(server, 'email_changed', ADMIN.email)).toBe(1);
    expect(await countLetters(server, 'email_changed', NEW)).toBe(1);
    expect((await server.browser().signIn(NEW, ADMIN.password)).json()).toEqual({ result: 'success' });
  });

  test('is not taken by skipping a step, or with a proof for another address', async () => {
    const first = (await ann.send('POST', api, { email: ADMIN.email })).json().data;
    expect((await ann.send('POST', api, { email: NEW, phase: 'new_email', token: first })).json().code).toBe(
      'invalid_or_expired_token',
    );
    server.advance(60);
    const old = await proveOld();
    expect((await reset(old)).json().code).toBe('invalid_or_expired_token');
    const proven = await proveNew(old);
    expect((await reset(proven, 'eve@example.com')).json().code).toBe('invalid_or_expired_token');
    expect((await reset(proven)).statusCode).toBe(200);
  });

  test('must be one’s own at the first step', async () => {
    const response = await ann.send('POST', api, { email: NEW, phase: 'old_email' });

    expect([response.statusCode, response.json().code]).toEqual([400, 'invalid_email']);
  });

  test('is not proven by somebody else’s session', async () => {
    const token = await proveNew(await proveOld());
    await setPolicy(server, { registration: true, personalSpaces: true, emailCode: true });
    const bob = server.browser();
    const asked = (await bob.send('POST', '/console/api/email-code-login', { email: 'bob@example.com' })).json().data;
    const { code } = await lastLetter(server, 'sign_in_code', 'bob@example.com');
    const typed = { email: 'bob@example.com', code, token: asked };
    await bob.send('POST', '/console/api/email-code-login/validity', typed);

    const stolen = await bob.send('POST', `${api}/reset`, { new_email: NEW, token });

    expect(stolen.json().code).toBe('invalid_or_expired_token');
  });

  test('that somebody has is refused, and asking which are free is limited', async () => {
    const check = (email: string) => ann.send('POST', `${api}/check-email-unique`, { email });
    expect((await check(ADMIN.email)).json().code).toBe('email_already_in_use');
    expect((await check(NEW)).json()).toEqual({ result: 'success' });
    for (let n = 0; n < 18; n += 1) await check(`x${n}@example.com`);
    expect((await check(NEW)).statusCode).toBe(429);
  });
});

describe('an account that its owner deletes', () => {
  async function codeFor(browser: Browser, email: string): Promise<{ token: string; code: string }> {
    const token = (await browser.send('GET', '/console/api/account/delete/verify')).json().data;
    return { token, ...(await lastLetter(server, 'account_deletion_code', email)) };
  }

  test('is gone with a code from its mailbox, and its own space with it', async () => {
    await setPolicy(server, { registration: true, personalSpaces: true, emailCode: true });
    const bob = server.browser();
    const asked = (await bob.send('POST', '/console/api/email-code-login', { email: 'bob@example.com' })).json().data;
    const { code } = await lastLetter(server, 'sign_in_code', 'bob@example.com');
    const typed = { email: 'bob@example.com', code, token: asked };
    await bob.send('POST', '/console/api/email-code-login/validity', typed);

    const wrong = await bob.send('POST', '/console/api/account/delete', { token: 'x', code: '000000' });
    expect([wrong.statusCode, wrong.json().code]).toEqual([400, 'invalid_account_deletion_code']);
    const response = await bob.send('POST', '/console/api/account/delete', await codeFor(bob, 'bob@example.com'));

    expect(response.json()).toEqual({ result: 'success' });
    expect(bob.cookies.size).toBe(0);
    expect(await server.context.platform.store.accounts.findByEmail('bob@example.com')).toBeUndefined();
    expect(await countLetters(server, 'account_deleted', 'bob@example.com')).toBe(1);
  });

  test('stays while it is the only way into the administration', async () => {
    const response = await ann.send('POST', '/console/api/account/delete', await codeFor(ann, ADMIN.email));

    expect([response.statusCode, response.json().code]).toEqual([409, 'last_administrator']);
  });
});
