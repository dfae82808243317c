import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let terminal: Browser;
let person: Browser;

beforeEach(async () => {
  server = await startSetUpServer();
  terminal = server.browser();
  person = server.browser();
  await person.signIn(ADMIN.email, ADMIN.password);
});
afterEach(() => server.close());

const CODE = '/openapi/v1/oauth/device/code';
const TOKEN = '/openapi/v1/oauth/device/token';

async function requestCode(label = 'difyctl on vm'): Promise<{ device_code: string; user_code: string }> {
  return (await terminal.send('POST', CODE, { client_id: 'difyctl', device_label: label })).json();
}

const poll = (deviceCode: string, clientId = 'difyctl') =>
  terminal.send('POST', TOKEN, { device_code: deviceCode, client_id: clientId });
const decide = (who: Browser, what: 'approve' | 'deny', userCode: string) =>
  who.send('POST', `/openapi/v1/oauth/device/${what}`, { user_code: userCode });

async function signInTerminal(label?: string): Promise<{ token: string; token_id: string }> {
  const { device_code, user_code } = await requestCode(label);
  await decide(person, 'approve', user_code);
  return (await poll(device_code)).json();
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('a device code', () => {
  test('has the form of the wire, and a link with the code in it', async () => {
    const response = await terminal.send('POST', CODE, {
      client_id: 'difyctl',
      device_label: 'difyctl on vm',
      extra: 1,
    });
    expect(response.statusCode).toBe(200);
    const code = response.json();
    expect(code).toEqual({
      device_code: expect.stringMatching(/^dc_[\w-]{32}$/),
      user_code: expect.stringMatching(/^[A-HJ-NP-Y3-9]{4}-[A-HJ-NP-Y3-9]{4}$/),
      verification_uri: 'http://127.0.0.1:5600/device',
      verification_uri_complete: `http://127.0.0.1:5600/device?user_code=${code.user_code}`,
      expires_in: 900,
      interval: 5,
    });
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['x-dify-catalog']).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is refused to a client that this server does not know', async () => {
    const response = await terminal.send('POST', CODE, { client_id: 'other', device_label: 'x' });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({ error: 'unsupported_client' });
  });

  test('is refused without a label, in the envelope of this surface', async () => {
    const response = await terminal.send('POST', CODE, { client_id: 'difyctl' });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ code: 'bad_request', status: 400 });
  });

  test('is given sixty times an hour to one network', async () => {
    for (let count = 0; count < 60; count += 1) expect((await requestCode()).user_code).toBeDefined();
    const stopped = await terminal.send('POST', CODE, { client_id: 'difyctl', device_label: 'x' });
    expect(stopped.statusCode).toBe(429);
    expect(stopped.json()).toEqual({ code: 'too_many_requests', message: 'rate_limited', status: 429 });
    const elsewhere = await server
      .browser({ remoteAddress: '203.0.113.9' })
      .send('POST', CODE, { client_id: 'difyctl', device_label: 'x' });
    expect(elsewhere.statusCode).toBe(200);
    server.advance(3600);
    expect((await requestCode()).user_code).toBeDefined();
  });

  test('is looked up with its real remainder', async () => {
    const { user_code } = await requestCode();
    server.advance(100);
    const lookup = (code: string) => terminal.send('GET', `/openapi/v1/oauth/device/lookup?user_code=${code}`);
    expect((await lookup(` ${user_code.toLowerCase()} `)).json()).toEqual({
      valid: true,
      expires_in_remaining: 800,
      client_id: 'difyctl',
    });
    expect((await lookup('AAAA-AAAA')).json()).toEqual({ valid: false, expires_in_remaining: 0, client_id: null });
    await decide(person, 'deny', user_code);
    expect((await lookup(user_code)).json()).toEqual({ valid: false, expires_in_remaining: 0, client_id: 'difyctl' });
    expect((await terminal.send('GET', '/openapi/v1/oauth/device/lookup')).json()).toMatchObject({
      code: 'invalid_param',
      status: 422,
    });
  });
});

describe('a terminal that polls', () => {
  test('waits, is approved, and collects its token exactly once', async () => {
    const { device_code, user_code } = await requestCode();
    const pending = await poll(device_code);
    expect([pending.statusCode, pending.json()]).toEqual([400, { error: 'authorization_pending' }]);
    expect((await decide(person, 'approve', user_code)).json()).toEqual({ status: 'approved' });
    server.advance(5);
    const approved = await poll(device_code);
    expect(approved.statusCode).toBe(200);
    expect(approved.json()).toEqual({
      token: expect.stringMatching(/^dfoa_[\w-]{43}$/),
      expires_at: '2026-12-04T12:00:05.000Z',
      subject_type: 'account',
      account: { id: expect.any(String), email: ADMIN.email, name: 'Ann' },
      workspaces: [{ id: expect.any(String), name: "Ann's Workspace", role: 'owner' }],
      default_workspace_id: expect.any(String),
      token_id: expect.any(String),
    });
    server.advance(5);
    expect((await poll(device_code)).json()).toEqual({ error: 'expired_token' });
  });

  test('hands its token to one of two that poll at the same time', async () => {
    const { device_code, user_code } = await requestCode();
    await decide(person, 'approve', user_code);
    const answers = await Promise.all([poll(device_code), poll(device_code), poll(device_code)]);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  });

  test('is slowed by five seconds more each time it comes too early', async () => {
    const { device_code } = await requestCode();
    await poll(device_code);
    server.advance(4);
    expect((await poll(device_code)).json()).toEqual({ error: 'slow_down' });
    server.advance(9);
    expect((await poll(device_code)).json()).toEqual({ error: 'slow_down' });
    server.advance(15);
    expect((await poll(device_code)).json()).toEqual({ error: 'authorization_pending' });
  });

  test('is told that it was denied', async () => {
    const { device_code, user_code } = await requestCode();
    expect((await decide(person, 'deny', user_code)).json()).toEqual({ status: 'denied' });
    expect((await poll(device_code)).json()).toEqual({ error: 'access_denied' });
  });

  test('gets nothing at the very instant of expiry, nor for a code that never was', async () => {
    const { device_code } = await requestCode();
    server.advance(900);
    expect((await poll(device_code)).json()).toEqual({ error: 'expired_token' });
    expect((await poll('dc_unknown')).json()).toEqual({ error: 'expired_token' });
  });

  test('gets nothing when the account was banned after it approved', async () => {
    const { device_code, user_code } = await requestCode();
    await decide(person, 'approve', user_code);
    const { store } = server.context.platform;
    const account = await store.accounts.findByEmail(ADMIN.email);
    if (account === undefined) throw new Error('no account');
    await store.accounts.setStatus(account.id, 'banned');
    expect((await poll(device_code)).json()).toEqual({ error: 'access_denied' });
  });

  test('reads the one word it knows in every refusal, also of a body that is none', async () => {
    const send = (payload: string, type = 'application/json') =>
      server.app.inject({ method: 'POST', url: TOKEN, payload, headers: { 'content-type': type } });
    for (const refused of [
      await send('{"device_code":1}'),
      await send('{'),
      await send(''),
      await send('device_code=x', 'application/x-www-form-urlencoded'),
      await send(`{"device_code":"${'x'.repeat(70_000)}"}`),
    ]) {
      expect(refused.json()).toMatchObject({ error: 'invalid_request', status: refused.statusCode });
      expect(refused.json().code).toBeDefined();
    }
  });

  test('never gets 429, however often it asks', async () => {
    const { device_code } = await requestCode();
    for (let count = 0; count < 100; count += 1) expect((await poll(device_code)).statusCode).toBe(400);
  });
});

describe('the person who decides', () => {
  const context = (who: Browser, code: string) =>
    who.send('GET', `/openapi/v1/oauth/device/approval-context?user_code=${code}`);

  test('sees what asks, from where, since when and what it may do', async () => {
    const { user_code } = await requestCode();
    expect((await context(person, user_code)).json()).toMatchObject({
      subject_email: ADMIN.email,
      user_code,
      client_id: 'difyctl',
      device_label: 'difyctl on vm',
      requested_ip: '127.0.0.1',
      requested_at: '2026-11-20T12:00:00.000Z',
      expires_at: '2026-11-20T12:15:00.000Z',
      same_network: true,
      scopes: ['full'],
      token_ttl_seconds: 14 * 86_400,
    });
  });

  test('is not misled by what a terminal calls itself', async () => {
    const { user_code } = await requestCode('on vm\u202e\u2066\n\u0007approved by IT');
    expect((await context(person, user_code)).json().device_label).toBe('on vm    approved by IT');
  });

  test('is asked to sign in first', async () => {
    const { user_code } = await requestCode();
    const stranger = server.browser();
    expect((await context(stranger, user_code)).json()).toMatchObject({ code: 'no_session', status: 401 });
    expect((await decide(stranger, 'approve', user_code)).statusCode).toBe(401);
  });

  test('proves the page with a CSRF token, in either spelling of its header', async () => {
    const { user_code } = await requestCode();
    const url = '/openapi/v1/oauth/device/approve';
    const csrf = person.cookies.get('csrf_token') ?? '';
    expect((await person.send('POST', url, { user_code }, { 'x-csrf-token': '' })).statusCode).toBe(401);
    const misspelt = await server.app.inject({
      method: 'POST',
      url,
      remoteAddress: '127.0.0.1',
      payload: { user_code },
      headers: { 'x-csrftoken': csrf, cookie: [...person.cookies].map((pair) => pair.join('=')).join('; ') },
    });
    expect(misspelt.json()).toEqual({ status: 'approved' });
  });

  test('cannot decide with a bearer header instead of the cookie', async () => {
    const { user_code } = await requestCode();
    const { token } = await signInTerminal('other');
    const response = await server
      .browser()
      .send('POST', '/openapi/v1/oauth/device/approve', { user_code }, bearer(token));
    expect(response.statusCode).toBe(401);
  });

  test('decides once', async () => {
    const { user_code } = await requestCode();
    const decisions = await Promise.all([
      decide(person, 'approve', user_code),
      decide(person, 'deny', user_code),
      decide(person, 'approve', user_code),
    ]);
    expect(decisions.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409]);
    expect((await decide(person, 'approve', user_code)).json()).toEqual({ error: 'already_resolved' });
  });

  test('is told that a code expired or never was', async () => {
    const response = await decide(person, 'approve', 'AAAA-AAAA');
    expect([response.statusCode, response.json()]).toEqual([404, { error: 'expired_or_unknown' }]);
  });

  test('is stopped after ten decisions in an hour, and nobody else is', async () => {
    for (let count = 0; count < 10; count += 1) await decide(person, 'approve', 'AAAA-AAAA');
    expect((await decide(person, 'approve', 'AAAA-AAAA')).statusCode).toBe(429);
  });
});

describe('a bearer session', () => {
  test('says whose it is, and when it was used last', async () => {
    const { token, token_id } = await signInTerminal();
    server.advance(10);
    const account = await terminal.send('GET', '/openapi/v1/account', undefined, bearer(token));
    expect(account.json()).toMatchObject({ subject_type: 'account', subject_email: ADMIN.email, subject_issuer: null });
    const sessions = await terminal.send(
      'GET',
      '/openapi/v1/account/sessions?page=1&limit=20',
      undefined,
      bearer(token),
    );
    expect(sessions.json()).toMatchObject({
      page: 1,
      limit: 20,
      total: 1,
      has_more: false,
      data: [
        {
          id: token_id,
          prefix: 'dfoa_',
          client_id: 'difyctl',
          device_label: 'difyctl on vm',
          last_used_at: '2026-11-20T12:00:10.000Z',
        },
      ],
    });
  });

  test.each([
    ['none', undefined, 'bearer required'],
    ['an unknown one', 'dfoa_unknown', 'invalid bearer'],
    ['one of another kind', 'dfoe_unknown', 'invalid bearer'],
  ])('is refused with 401 for %s', async (_which, token, message) => {
    const response = await terminal.send(
      'GET',
      '/openapi/v1/account',
      undefined,
      token === undefined ? {} : bearer(token),
    );
    expect(response.statusCode).toBe(401);
    expect(response.json()).toEqual({ code: 'unauthorized', message, status: 401 });
    expect(response.headers['www-authenticate']).toBe('Bearer realm="api"');
  });

  test('takes the place of the one with the same label', async () => {
    const first = await signInTerminal();
    const second = await signInTerminal();
    expect((await terminal.send('GET', '/openapi/v1/account', undefined, bearer(first.token))).statusCode).toBe(401);
    expect((await terminal.send('GET', '/openapi/v1/account', undefined, bearer(second.token))).statusCode).toBe(200);
  });

  test('is refused at the very instant of expiry', async () => {
    const { token } = await signInTerminal();
    server.advance(14 * 86_400);
    expect((await terminal.send('GET', '/openapi/v1/account', undefined, bearer(token))).statusCode).toBe(401);
  });

  test('is ended by its own token, by another one and from the page, for the very next request', async () => {
    const [one, two, three] = [await signInTerminal('one'), await signInTerminal('two'), await signInTerminal('three')];
    const revoke = (id: string) =>
      terminal.send('DELETE', `/openapi/v1/account/sessions/${id}`, undefined, bearer(one.token));
    expect((await revoke(two.token_id)).json()).toEqual({ status: 'revoked' });
    expect((await revoke(two.token_id)).json()).toEqual({ status: 'revoked' });
    expect((await person.send('DELETE', `/console/api/account/sessions/${three.token_id}`)).json()).toEqual({
      result: 'success',
    });
    for (const { token } of [two, three]) {
      expect((await terminal.send('GET', '/openapi/v1/account', undefined, bearer(token))).statusCode).toBe(401);
    }
    expect((await revoke('self')).json()).toEqual({ status: 'revoked' });
    expect((await revoke(one.token_id)).statusCode).toBe(401);
  });

  test('does not reach the sessions of somebody else', async () => {
    const { token } = await signInTerminal();
    const response = await terminal.send(
      'DELETE',
      '/openapi/v1/account/sessions/01890000-0000-7000-8000-00000000dead',
      undefined,
      bearer(token),
    );
    expect([response.statusCode, response.json()]).toEqual([
      404,
      { code: 'not_found', message: 'session not found', status: 404 },
    ]);
    expect(
      (await terminal.send('DELETE', '/openapi/v1/account/sessions/not-an-id', undefined, bearer(token))).statusCode,
    ).toBe(404);
  });

  test('refuses page sizes that make no sense, with the place and the rule', async () => {
    const { token } = await signInTerminal();
    const response = await terminal.send(
      'GET',
      '/openapi/v1/account/sessions?limit=0&other=1',
      undefined,
      bearer(token),
    );
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({
      code: 'invalid_param',
      message: 'Request validation failed',
      details: expect.any(Array),
    });
  });

  test('lists and switches workspaces, with an empty body and no content type', async () => {
    const { token } = await signInTerminal();
    const { workspaces } = (await terminal.send('GET', '/openapi/v1/workspaces', undefined, bearer(token))).json();
    expect(workspaces).toEqual([
      { id: expect.any(String), name: "Ann's Workspace", role: 'owner', status: 'normal', current: true },
    ]);
    const switched = await server.app.inject({
      method: 'POST',
      url: `/openapi/v1/workspaces/${workspaces[0].id}/switch`,
      headers: bearer(token),
    });
    expect(switched.json()).toMatchObject({
      id: workspaces[0].id,
      current: true,
      created_at: '2026-11-20T12:00:00.000Z',
    });
    const unknown = await terminal.send('GET', '/openapi/v1/workspaces/nope', undefined, bearer(token));
    expect([unknown.statusCode, unknown.json().message]).toEqual([404, 'workspace not found']);
  });

  test('is limited to sixty requests a minute, with the time to come back', async () => {
    const { token } = await signInTerminal();
    for (let count = 0; count < 60; count += 1)
      await terminal.send('GET', '/openapi/v1/account', undefined, bearer(token));
    const stopped = await terminal.send('GET', '/openapi/v1/account', undefined, bearer(token));
    expect([stopped.statusCode, stopped.headers['retry-after']]).toEqual([429, '60']);
    server.advance(60);
    expect((await terminal.send('GET', '/openapi/v1/account', undefined, bearer(token))).statusCode).toBe(200);
  });
});

test('unknown addresses and wrong methods are told apart', async () => {
  const unknown = await terminal.send('GET', '/openapi/v1/nothing');
  expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'not_found']);
  const wrong = await terminal.send('GET', TOKEN);
  expect([wrong.statusCode, wrong.json().code, wrong.headers.allow]).toEqual([405, 'method_not_allowed', 'POST']);
});

test('the catalog is empty, and its digest rides on every answer', async () => {
  const catalog = await terminal.send('GET', '/openapi/v1/_catalog');
  expect(catalog.body).toBe('{"ops":{}}');
  expect((await terminal.send('GET', '/openapi/v1/_health')).json()).toEqual({ ok: true });
  expect((await terminal.send('GET', '/openapi/v1/_version')).json()).toEqual({
    version: '1.14.2',
    edition: 'SELF_HOSTED',
  });
  expect((await terminal.send('GET', '/console/api/ping')).headers['x-dify-catalog']).toBeUndefined();
});
