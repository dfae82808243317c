import { afterEach, describe, expect, test } from 'vitest';
import { ADMIN, startTestServer, type TestServer } from '../../testing/test-server.ts';

const SECRET = 'a set-up secret';
let server: TestServer;
afterEach(() => server.close());

describe('setting up', () => {
  test('creates the first administrator with a personal space, once', async () => {
    server = await startTestServer();
    const browser = server.browser();
    expect((await browser.send('GET', '/console/api/setup')).json()).toEqual({ step: 'not_started', setup_at: null });
    expect((await browser.send('GET', '/console/api/account/profile')).json().code).toBe('not_setup');
    const created = await browser.send('POST', '/console/api/setup', ADMIN);
    expect(created.statusCode).toBe(201);
    expect(created.headers['set-cookie']).toBeUndefined();
    expect((await browser.send('GET', '/console/api/setup')).json()).toEqual({
      step: 'finished',
      setup_at: '2026-11-20T12:00:00.000',
    });
    const again = await browser.send('POST', '/console/api/setup', { ...ADMIN, email: 'eve@example.com' });
    expect(again.statusCode).toBe(403);
    expect(again.json()).toMatchObject({
      code: 'already_setup',
      status: 403,
      error: { type: 'authorization_error', status: 403 },
    });
    await browser.signIn(ADMIN.email, ADMIN.password);
    expect((await browser.send('POST', '/console/api/workspaces/current')).json()).toMatchObject({
      name: "Ann's Workspace",
      role: 'owner',
    });
    const { store } = server.context.platform;
    const account = await store.accounts.findByEmail(ADMIN.email);
    expect(account && (await store.administrators.has(account.id))).toBe(true);
  });

  test('lets one of several concurrent callers win', async () => {
    server = await startTestServer();
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        server.browser().send('POST', '/console/api/setup', { ...ADMIN, email: `${name}@example.com` }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 403, 403]);
  });

  test('refuses a first password that is among the first guessed', async () => {
    server = await startTestServer();
    const browser = server.browser();
    const weak = await browser.send('POST', '/console/api/setup', { ...ADMIN, password: 'password1' });
    expect([weak.statusCode, weak.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'password_too_common', error: expect.objectContaining({ type: 'bad_request' }) }),
    ]);
    expect((await browser.send('GET', '/console/api/setup')).json().step).toBe('not_started');
    expect((await browser.send('POST', '/console/api/setup', ADMIN)).statusCode).toBe(201);
  });

  test('does not call a mistake of the caller one of the server', async () => {
    server = await startTestServer();
    const form = await server.browser().send('POST', '/console/api/setup', ADMIN, { 'content-type': 'text/plain' });
    expect(form.json()).toMatchObject({ code: 'unsupported_media_type', error: { type: 'bad_request', status: 415 } });
  });

  test('refuses malformed input with 422 and never repeats it', async () => {
    server = await startTestServer();
    const response = await server.browser().send('POST', '/console/api/setup', { ...ADMIN, password: 'tooshort' });
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ code: 'validation_error', error: { type: 'validation_error' } });
    expect(response.body).not.toContain('tooshort');
  });

  test.each([
    ['a caller from another machine', { remoteAddress: '203.0.113.9' }],
    ['a forwarded request', { headers: { 'x-forwarded-for': '127.0.0.1' } }],
  ])('asks %s for the set-up secret first', async (_who, options) => {
    server = await startTestServer({ LATCHKEY_INIT_PASSWORD: SECRET });
    const browser = server.browser(options);
    expect((await browser.send('POST', '/console/api/setup', ADMIN)).json().code).toBe('not_init_validated');
    expect((await browser.send('GET', '/console/api/init')).json()).toEqual({ status: 'not_started' });
    expect((await browser.send('POST', '/console/api/init', { password: 'guess' })).json()).toMatchObject({
      code: 'init_validate_failed',
      status: 401,
    });
    expect((await browser.send('POST', '/console/api/init', { password: SECRET })).statusCode).toBe(201);
    expect((await browser.send('GET', '/console/api/init')).json()).toEqual({ status: 'finished' });
    expect((await browser.send('POST', '/console/api/setup', ADMIN)).statusCode).toBe(201);
  });

  test('forgets a proven secret after an hour', async () => {
    server = await startTestServer({ LATCHKEY_INIT_PASSWORD: SECRET });
    const browser = server.browser({ remoteAddress: '203.0.113.9' });
    await browser.send('POST', '/console/api/init', { password: SECRET });
    server.advance(3600);
    expect((await browser.send('POST', '/console/api/setup', ADMIN)).json().code).toBe('not_init_validated');
  });

  test('stops a guesser after ten tries', async () => {
    server = await startTestServer({ LATCHKEY_INIT_PASSWORD: SECRET });
    const browser = server.browser({ remoteAddress: '203.0.113.9' });
    for (let tries = 0; tries < 10; tries += 1)
      await browser.send('POST', '/console/api/init', { password: `guess ${tries}` });
    const stopped = await browser.send('POST', '/console/api/init', { password: SECRET });
    expect(stopped.statusCode).toBe(429);
    expect(stopped.headers['retry-after']).toBe('3600');
  });

  test('refuses a page of another site whose name was pointed at this machine', async () => {
    server = await startTestServer();
    const rebound = await server.browser().send('POST', '/console/api/setup', ADMIN, { host: 'evil.example:5600' });
    expect(rebound.json().code).toBe('foreign_host');
    expect(
      (await server.browser().send('POST', '/console/api/setup', ADMIN, { host: 'localhost:5600' })).statusCode,
    ).toBe(201);
  });

  test('takes nobody who came by the public address for somebody at this machine', async () => {
    server = await startTestServer({ LATCHKEY_PUBLIC_URL: 'https://id.example.com' });
    // As nginx forwards it with nothing but `proxy_set_header Host $host`.
    const stranger = server.browser({ headers: { host: 'id.example.com' } });
    expect((await stranger.send('GET', '/console/api/init')).json()).toEqual({ status: 'not_started' });
    expect((await stranger.send('POST', '/console/api/setup', ADMIN)).json().code).toBe('not_init_validated');
    expect((await server.browser().send('POST', '/console/api/setup', ADMIN)).statusCode).toBe(201);
  });

  test('needs the secret on a server that other machines can reach', async () => {
    server = await startTestServer({ LATCHKEY_HOST: '0.0.0.0', LATCHKEY_INIT_PASSWORD: SECRET });
    expect((await server.browser().send('POST', '/console/api/setup', ADMIN)).json().code).toBe('not_init_validated');
  });
});

test('the open routes answer before and after set-up', async () => {
  server = await startTestServer();
  const browser = server.browser();
  expect((await browser.send('GET', '/console/api/ping')).json()).toEqual({ result: 'pong' });
  expect((await browser.send('GET', '/console/api/version?current_version=1.14.2')).json()).toMatchObject({
    version: '1.14.2',
  });
  expect((await browser.send('GET', '/console/api/version')).statusCode).toBe(422);
  const features = await browser.send('GET', '/console/api/system-features');
  expect(features.json()).toMatchObject({
    enable_email_password_login: true,
    is_allow_register: false,
    sso_enforced_for_signin_protocol: '',
  });
  expect(features.headers['x-version']).toBe('1.14.2');
});
