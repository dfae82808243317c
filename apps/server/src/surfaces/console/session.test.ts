import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startSetUpServer();
});
afterAll(() => server.close());

describe('signing in', () => {
  test('sets the three cookies of the wire, plain names and no Secure over http, each with an explicit path', async () => {
    const response = await server.browser().signIn(ADMIN.email, ADMIN.password);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ result: 'success' });
    const lines = [response.headers['set-cookie'] ?? []].flat();
    expect(lines.map((line) => line.replace(/=[^;]+/, '='))).toEqual([
      'access_token=; Path=/; Max-Age=3600; SameSite=Lax; HttpOnly',
      'refresh_token=; Path=/; Max-Age=2592000; SameSite=Lax; HttpOnly',
      'csrf_token=; Path=/; Max-Age=3600; SameSite=Lax',
    ]);
    expect(lines[1]).toMatch(/^refresh_token=[0-9a-f]{128};/);
  });

  test('takes the password plain as well, as clients before 1.11.2 send it', async () => {
    const body = { email: ADMIN.email, password: ADMIN.password };
    expect((await server.browser().send('POST', '/console/api/login', body)).statusCode).toBe(200);
  });

  test('finds an address however it is capitalised', async () => {
    expect((await server.browser().signIn('ANN@Example.com', ADMIN.password)).statusCode).toBe(200);
  });

  test('says the same for an unknown address as for a wrong password', async () => {
    const wrong = await server.browser().signIn(ADMIN.email, 'not it 123');
    const unknown = await server.browser().signIn('nobody@example.com', 'not it 123');
    expect(wrong.statusCode).toBe(401);
    expect(unknown.body).toBe(wrong.body);
    expect(wrong.json()).toEqual({ code: 'authentication_failed', message: 'Invalid email or password.', status: 401 });
    await server.context.platform.store.limits.clear('password-account-network:ann@example.com 127.0.0.1');
  });

  test('keeps every refusal under the reference that the person sees', async () => {
    const refused = await server.browser().signIn('nobody@example.com', 'not it 123');
    const attempt = await server.context.platform.store.attempts.findByReference(
      String(refused.headers['x-request-id']),
    );
    expect(attempt).toMatchObject({
      email: 'nobody@example.com',
      refusal: 'authentication_failed',
      method: 'password',
    });
  });

  test('is refused without a word about the value when a field is malformed', async () => {
    const response = await server
      .browser()
      .send('POST', '/console/api/login', { email: 'secret-not-an-address', password: '' });
    expect(response.statusCode).toBe(400);
    expect(response.json().code).toBe('invalid_param');
    expect(response.body).not.toContain('secret-not-an-address');
  });

  test('ignores fields it does not know', async () => {
    const body = { ...ADMIN, language: 'en-US', remember_me: true };
    expect((await server.browser().send('POST', '/console/api/login', body)).statusCode).toBe(200);
  });

  test('leaves neither password nor token in the log', async () => {
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    await browser.send('GET', '/console/api/account/profile');
    expect(server.log()).toContain('/console/api/login');
    for (const secret of [
      ADMIN.password,
      Buffer.from(ADMIN.password).toString('base64'),
      ...browser.cookies.values(),
    ]) {
      expect(server.log()).not.toContain(secret);
    }
  });
});

describe('a session', () => {
  test('opens the profile only together with its CSRF token', async () => {
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    const profile = await browser.send('GET', '/console/api/account/profile');
    expect(profile.statusCode).toBe(200);
    expect(profile.json()).toMatchObject({
      email: ADMIN.email,
      name: 'Ann',
      is_password_set: true,
      interface_language: 'en-US',
    });
    expect(profile.headers['x-version']).toBe('1.14.2');
    const without = await browser.send('GET', '/console/api/account/profile', undefined, { 'x-csrf-token': '' });
    expect(without.statusCode).toBe(401);
    const message = expect.stringMatching(/^CSRF token is missing or invalid\. The request has no X-CSRF-Token header/);
    expect(without.json()).toEqual({ code: 'unauthorized', message, status: 401 });
    expect(without.headers['www-authenticate']).toBe('Bearer realm="api"');
  });

  test('is not opened by the CSRF token of another session of the same account', async () => {
    const [one, other] = [server.browser(), server.browser()];
    await one.signIn(ADMIN.email, ADMIN.password);
    await other.signIn(ADMIN.email, ADMIN.password);
    one.cookies.set('csrf_token', other.cookies.get('csrf_token') ?? '');
    expect((await one.send('GET', '/console/api/account/profile')).json().message).toContain(
      'belongs to another session',
    );
  });

  test('is found among several cookies of one name, as .NET sends them', async () => {
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    const jar = browser.cookies;
    const cookie = `access_token=stale; csrf_token=stale; access_token=${jar.get('access_token')}; csrf_token=${jar.get('csrf_token')}`;
    expect((await browser.send('GET', '/console/api/account/profile', undefined, { cookie })).statusCode).toBe(200);
  });

  test('is chosen by a bearer header before any cookie', async () => {
    const [one, other] = [server.browser(), server.browser()];
    await one.signIn(ADMIN.email, ADMIN.password);
    await other.signIn(ADMIN.email, ADMIN.password);
    const headers = { authorization: `bearer ${one.cookies.get('access_token')}` };
    expect((await one.send('GET', '/console/api/account/profile', undefined, headers)).statusCode).toBe(200);
    expect(
      (await one.send('GET', '/console/api/account/profile', undefined, { authorization: 'Bearer x' })).statusCode,
    ).toBe(401);
  });

  test('does not open with a token that was forged, unsigned or made for another purpose', async () => {
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    const access = browser.cookies.get('access_token') ?? '';
    const [, claims = ''] = access.split('.');
    const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${claims}.`;
    for (const forged of [`${access.slice(0, -2)}xx`, none, browser.cookies.get('csrf_token') ?? '', 'a.b.c', '...']) {
      browser.cookies.set('access_token', forged);
      expect((await browser.send('GET', '/console/api/account/profile')).statusCode).toBe(401);
    }
  });

  test('ends for the next request when its person signs out', async () => {
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    const before = new Map(browser.cookies);
    const out = await browser.send('POST', '/console/api/logout');
    expect(out.json()).toEqual({ result: 'success' });
    expect(browser.cookies.size).toBe(0);
    for (const [name, value] of before) browser.cookies.set(name, value);
    expect((await browser.send('GET', '/console/api/account/profile')).statusCode).toBe(401);
    expect((await browser.send('POST', '/console/api/refresh-token')).statusCode).toBe(401);
  });

  test('signs out with the refresh token alone when the access token has expired', async () => {
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    browser.cookies.delete('access_token');
    const refreshToken = browser.cookies.get('refresh_token') ?? '';
    expect((await browser.send('POST', '/console/api/logout')).statusCode).toBe(200);
    browser.cookies.set('refresh_token', refreshToken);
    expect((await browser.send('POST', '/console/api/refresh-token')).statusCode).toBe(401);
  });

  test('signs out with the access token alone, and no CSRF token, as a script of Dify does', async () => {
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    const headers = { cookie: `access_token=${browser.cookies.get('access_token')}` };
    const url = '/console/api/logout';
    const out = await server.app.inject({ method: 'POST', url, headers });
    expect([out.statusCode, out.json()]).toEqual([200, { result: 'success' }]);
    expect((await browser.send('GET', '/console/api/account/profile')).statusCode).toBe(401);
  });

  test('of a bearer header is the one that signs out, not the one of the cookies', async () => {
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    const script = server.browser();
    await script.signIn(ADMIN.email, ADMIN.password);
    const authorization = `Bearer ${script.cookies.get('access_token')}`;
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { authorization, cookie };
    expect((await server.app.inject({ method: 'POST', url: '/console/api/logout', headers })).statusCode).toBe(200);
    expect((await browser.send('GET', '/console/api/account/profile')).statusCode).toBe(200);
    expect((await script.send('GET', '/console/api/account/profile')).statusCode).toBe(401);
  });

  test('is told what is no token from what somebody else signed, in Dify’s words', async () => {
    const say = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      return (await server.browser().send('GET', '/console/api/account/profile', undefined, headers)).json().message;
    };
    expect(await say('nonsense')).toBe('Invalid token.');
    expect(await say('eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl')).toBe('Invalid token signature.');
  });

  test('clears stale cookies even when there is nobody to sign out', async () => {
    const browser = server.browser();
    browser.cookies.set('access_token', 'stale');
    expect((await browser.send('POST', '/console/api/logout')).statusCode).toBe(401);
    expect(browser.cookies.size).toBe(0);
  });

  test('ends at once when its account is banned, and says so only to whoever knows the password', async () => {
    const { store } = server.context.platform;
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    const account = await store.accounts.findByEmail(ADMIN.email);
    if (account === undefined) throw new Error('no account');
    await store.accounts.setStatus(account.id, 'banned');
    expect((await browser.send('GET', '/console/api/account/profile')).json().message).toBe('Account is banned.');
    expect((await browser.send('POST', '/console/api/refresh-token')).json()).toEqual({
      result: 'fail',
      message: '401 Unauthorized: Account is banned.',
    });
    expect((await server.browser().signIn(ADMIN.email, ADMIN.password)).json().code).toBe('account_banned');
    expect((await server.browser().signIn(ADMIN.email, 'wrong one 1')).json().code).toBe('authentication_failed');
    await store.accounts.setStatus(account.id, 'active');
  });
});
