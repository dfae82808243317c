import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let browser: Browser;

beforeEach(async () => {
  server = await startSetUpServer();
  browser = server.browser();
  await browser.signIn(ADMIN.email, ADMIN.password);
});
afterEach(() => server.close());

const NEXT = 'another horse 2';
const change = (password: string, next = NEXT, repeat = next) =>
  browser.send('POST', '/console/api/account/password', { password, new_password: next, repeat_new_password: repeat });

describe('the account', () => {
  test.each([
    ['name', { name: 'Ann Lee' }, { name: 'Ann Lee' }],
    ['interface-language', { interface_language: 'ja-JP' }, { interface_language: 'ja-JP' }],
    ['interface-theme', { interface_theme: 'dark' }, { interface_theme: 'dark' }],
    ['timezone', { timezone: 'Asia/Tokyo' }, { timezone: 'Asia/Tokyo' }],
    ['avatar', { avatar: 'https://example.com/a.png' }, { avatar_url: 'https://example.com/a.png' }],
  ])('keeps a new %s', async (field, body, expected) => {
    expect((await browser.send('POST', `/console/api/account/${field}`, body)).json()).toMatchObject(expected);
    expect((await browser.send('GET', '/console/api/account/profile')).json()).toMatchObject(expected);
  });

  test.each([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(31) }],
    ['interface-language', { interface_language: 'xx-XX' }],
    ['interface-theme', { interface_theme: 'sepia' }],
    ['timezone', { timezone: 'Mars/Olympus' }],
  ])('refuses a %s that makes no sense, and changes nothing', async (field, body) => {
    const before = (await browser.send('GET', '/console/api/account/profile')).json();
    const refused = await browser.send('POST', `/console/api/account/${field}`, body);
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'invalid_param']);
    expect((await browser.send('GET', '/console/api/account/profile')).json()).toEqual(before);
  });

  test('never becomes uninitialised by itself: initialising it again is refused', async () => {
    const body = { interface_language: 'en-US', timezone: 'UTC' };
    expect((await browser.send('POST', '/console/api/account/init', body)).json().code).toBe('account_already_inited');
  });

  test('answers with JSON to a GET that carries a JSON content type and no body', async () => {
    expect((await browser.send('GET', '/console/api/account/integrates')).json()).toEqual({ data: [] });
  });
});

describe('a new password', () => {
  test('ends every other session, browsers and terminals, and keeps this one', async () => {
    const other = server.browser();
    await other.signIn(ADMIN.email, ADMIN.password);
    const code = (
      await other.send('POST', '/openapi/v1/oauth/device/code', { client_id: 'difyctl', device_label: 'vm' })
    ).json();
    await other.send('POST', '/openapi/v1/oauth/device/approve', { user_code: code.user_code });
    const { token } = (
      await other.send('POST', '/openapi/v1/oauth/device/token', {
        client_id: 'difyctl',
        device_code: code.device_code,
      })
    ).json();

    expect((await change(ADMIN.password)).statusCode).toBe(200);
    expect((await browser.send('GET', '/console/api/account/profile')).statusCode).toBe(200);
    expect((await other.send('GET', '/console/api/account/profile')).statusCode).toBe(401);
    expect((await other.send('POST', '/console/api/refresh-token')).statusCode).toBe(401);
    const bearer = await other.send('GET', '/openapi/v1/account', undefined, { authorization: `Bearer ${token}` });
    expect(bearer.statusCode).toBe(401);
    expect((await server.browser().signIn(ADMIN.email, ADMIN.password)).statusCode).toBe(401);
    expect((await server.browser().signIn(ADMIN.email, NEXT)).statusCode).toBe(200);
  });

  test('is told to the owner by a letter that waits in the outbox', async () => {
    await change(ADMIN.password);
    const { store, clock } = server.context.platform;
    const [letter] = await store.outbox.claimDue(clock(), 10, clock());
    expect(letter).toMatchObject({ kind: 'password_changed', to: ADMIN.email, language: 'en-US' });
  });

  test('needs the current one', async () => {
    expect((await change('wrong')).json().code).toBe('current_password_incorrect');
    const without = await browser.send('POST', '/console/api/account/password', {
      new_password: NEXT,
      repeat_new_password: NEXT,
    });
    expect(without.json().code).toBe('current_password_incorrect');
  });

  test('must be typed the same twice, and follow the rule of the wire', async () => {
    expect((await change(ADMIN.password, NEXT, 'something else 3')).json().code).toBe('repeat_password_not_match');
    const weak = await change(ADMIN.password, 'onlyletters');
    expect(weak.json()).toMatchObject({
      code: 'invalid_param',
      message: expect.stringContaining('Password must contain letters and numbers'),
    });
  });

  test('does not lock out whoever knows the current one, however often the new one is refused', async () => {
    for (let tries = 0; tries < 7; tries += 1) {
      expect((await change(ADMIN.password, 'password1')).json().code).toBe('password_too_common');
    }
    expect((await server.browser().signIn(ADMIN.email, ADMIN.password)).statusCode).toBe(200);
  });

  test('cannot be reached by guessing the current one without end', async () => {
    for (let tries = 0; tries < 6; tries += 1) await change(`wrong ${tries}`);
    const stopped = await change(ADMIN.password);
    expect([stopped.statusCode, stopped.json().code]).toEqual([429, 'email_code_login_limit']);
  });
});

describe('where I am signed in', () => {
  test('shows browsers and terminals together and marks this one', async () => {
    server.advance(60);
    const phone = server.browser({ headers: { 'user-agent': 'Phone' }, remoteAddress: '203.0.113.9' });
    await phone.signIn(ADMIN.email, ADMIN.password);
    const { data } = (await browser.send('GET', '/console/api/account/sessions')).json();
    expect(data).toMatchObject([
      { kind: 'browser', label: 'Phone', ip: '203.0.113.9', current: false },
      { kind: 'browser', current: true },
    ]);
  });

  test('ends one, or all others at once', async () => {
    const others = [server.browser(), server.browser()];
    for (const other of others) await other.signIn(ADMIN.email, ADMIN.password);
    const { data } = (await browser.send('GET', '/console/api/account/sessions')).json();
    const first = data.find(({ current }: { current: boolean }) => !current);
    expect((await browser.send('DELETE', `/console/api/account/sessions/${first.id}`)).statusCode).toBe(200);
    expect((await browser.send('DELETE', `/console/api/account/sessions/${first.id}`)).statusCode).toBe(404);
    expect((await browser.send('POST', '/console/api/account/sessions/revoke-others')).json()).toEqual({
      result: 'success',
      revoked: 1,
    });
    for (const other of others) expect((await other.send('GET', '/console/api/account/profile')).statusCode).toBe(401);
    expect((await browser.send('GET', '/console/api/account/profile')).statusCode).toBe(200);
  });
});

describe('workspaces', () => {
  test('are listed with the current one marked, and switching needs membership', async () => {
    const { workspaces } = (await browser.send('GET', '/console/api/workspaces')).json();
    expect(workspaces).toMatchObject([{ name: "Ann's Workspace", plan: 'sandbox', status: 'normal', current: true }]);
    const switched = await browser.send('POST', '/console/api/workspaces/switch', { tenant_id: workspaces[0].id });
    expect(switched.json()).toMatchObject({
      result: 'success',
      new_tenant: { id: workspaces[0].id, plan: 'basic', in_trial: null },
    });
    const foreign = await browser.send('POST', '/console/api/workspaces/switch', {
      tenant_id: '01890000-0000-7000-8000-00000000dead',
    });
    expect([foreign.statusCode, foreign.json().code]).toEqual([403, 'account_not_link_tenant']);
  });

  test('tell the current one to POST and to the older GET alike', async () => {
    const post = await browser.send('POST', '/console/api/workspaces/current');
    expect((await browser.send('GET', '/console/api/workspaces/current')).json()).toEqual(post.json());
  });
});

test('the features of the shell have every key that Dify’s own page reads', async () => {
  expect((await browser.send('GET', '/console/api/features')).json()).toMatchObject({
    billing: { enabled: false, subscription: { plan: 'sandbox' } },
  });
});
