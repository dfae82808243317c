import { afterEach, describe, expect, test } from 'vitest';
import { signInAdministrator } from '../testing/sign-in-administrator.ts';
import { ADMIN, startSetUpServer, startTestServer, type TestServer } from '../testing/test-server.ts';

// What people who run or use such a server have reported elsewhere; each title says what went wrong for them.
let server: TestServer;
afterEach(() => server.close());

const profile = '/console/api/account/profile';
const BEHIND_TLS = {
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'id.example.com',
  'x-forwarded-for': '203.0.113.9',
};

describe('signing in went round in circles', () => {
  test('on another machine of the local network, over http', async () => {
    server = await startTestServer({ LATCHKEY_HOST: '0.0.0.0', LATCHKEY_INIT_PASSWORD: 'a set-up secret' });
    const laptop = server.browser({ remoteAddress: '192.168.1.20', headers: { host: '192.168.1.5:5600' } });
    await laptop.send('POST', '/console/api/init', { password: 'a set-up secret' });
    await laptop.send('POST', '/console/api/setup', ADMIN);

    const signedIn = await laptop.signIn(ADMIN.email, ADMIN.password);

    for (const cookie of [signedIn.headers['set-cookie'] ?? []].flat()) expect(cookie).not.toContain('Secure');
    expect((await laptop.send('GET', profile)).statusCode).toBe(200);
  });

  test('behind a proxy that ends TLS', async () => {
    server = await startSetUpServer({ LATCHKEY_TRUSTED_PROXIES: 'loopback' });
    const browser = server.browser({ headers: BEHIND_TLS });

    await browser.signIn(ADMIN.email, ADMIN.password);

    expect([...browser.cookies.keys()].every((name) => name.startsWith('__Host-'))).toBe(true);
    expect((await browser.send('GET', profile)).statusCode).toBe(200);
  });

  test('though the public address was https and the person came by http inside of the house', async () => {
    server = await startSetUpServer({ LATCHKEY_PUBLIC_URL: 'https://id.example.com' });
    const browser = server.browser();

    await browser.signIn(ADMIN.email, ADMIN.password);

    expect((await browser.send('GET', profile)).statusCode).toBe(200);
  });

  test('after the proxy stopped to be trusted, and nothing named the setting', async () => {
    server = await startSetUpServer();
    const cookie = '__Host-access_token=of-the-https-days; __Host-csrf_token=of-the-https-days';

    const refused = await server.app.inject({ url: profile, headers: { cookie, ...BEHIND_TLS } });

    expect(refused.json()).toMatchObject({ code: 'unauthorized', status: 401 });
    expect(refused.json().message).toMatch(/^Invalid Authorization token\. .*LATCHKEY_TRUSTED_PROXIES/);
  });
});

describe('cookies of another program on the same host', () => {
  test('kept people out who were signed in', async () => {
    server = await startSetUpServer();
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    const own = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const foreign = 'access_token=of-another-program; csrf_token=too; session=x; next-auth.csrf-token=a%7Cb; broken';

    for (const cookie of [`${foreign}; ${own}`, `${own}; ${foreign}`]) {
      const headers = { cookie, 'x-csrf-token': browser.cookies.get('csrf_token') ?? '' };
      expect((await server.app.inject({ url: profile, headers })).statusCode).toBe(200);
    }
  });

  test('kept people from signing in at all', async () => {
    server = await startSetUpServer();
    const browser = server.browser();
    browser.cookies.set('access_token', 'eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjoxfQ.of-another-program');
    browser.cookies.set('refresh_token', 'of-another-program');
    browser.cookies.set('csrf_token', 'of-another-program');

    expect((await browser.send('POST', '/console/api/refresh-token')).statusCode).toBe(401);
    expect((await browser.signIn(ADMIN.email, ADMIN.password)).statusCode).toBe(200);
    expect((await browser.send('GET', profile)).statusCode).toBe(200);
  });
});

describe('"CSRF token is missing or invalid" was all that was said', () => {
  const refusedWith = async (headers: Record<string, string>) => {
    server = await startSetUpServer();
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    const other = server.browser();
    await other.signIn(ADMIN.email, ADMIN.password);
    const access = `access_token=${browser.cookies.get('access_token')}`;
    const csrf = `csrf_token=${browser.cookies.get('csrf_token')}`;
    const others = other.cookies.get('csrf_token') ?? '';
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        value.replace('ACCESS', access).replace('CSRF', csrf).replaceAll('OTHERS', others),
      ]),
    );
    const refused = await server.app.inject({ url: profile, headers: filled });
    expect(refused.json()).toMatchObject({ code: 'unauthorized', status: 401 });
    return refused.json().message;
  };

  test('where pages and API are on two hosts, so that a page cannot read the cookie', async () => {
    const message = await refusedWith({ cookie: 'ACCESS; CSRF' });

    expect(message).toMatch(/^CSRF token is missing or invalid\. .* no X-CSRF-Token header.* under one host\.$/);
  });

  test('where a proxy drops the cookie', async () => {
    expect(await refusedWith({ cookie: 'ACCESS', 'x-csrf-token': 'x' })).toMatch(/no cookie csrf_token\. /);
  });

  test('where a script sends a token that it read before the last renewal', async () => {
    expect(await refusedWith({ cookie: 'ACCESS; CSRF', 'x-csrf-token': 'old' })).toMatch(/differs from the cookie/);
  });

  test('where tokens of two sign-ins were pasted together, or of another server', async () => {
    const pasted = { cookie: 'ACCESS; csrf_token=OTHERS', 'x-csrf-token': 'OTHERS' };
    expect(await refusedWith(pasted)).toMatch(/belongs to another session/);
    await server.close();
    const foreign = { cookie: 'ACCESS; csrf_token=a.b.c', 'x-csrf-token': 'a.b.c' };
    expect(await refusedWith(foreign)).toMatch(/was not made by this server/);
  });
});

describe('a key for scripts', () => {
  test('was ignored because a session cookie came along', async () => {
    server = await startSetUpServer();
    const admin = await signInAdministrator(server);
    const wanted = { name: 'export', scopes: ['members:read'], expires_in_days: null };
    const { id, key } = (await admin.send('POST', '/admin-api/v1/api-keys', wanted)).json();
    const headers = { authorization: `Bearer ${key}` };
    const ask = (path: string) => admin.send('GET', `/admin-api/v1/${path}`, undefined, headers);

    // The session could have done it; the key cannot, and it is the key that counts.
    const refused = await ask('audit-log');
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'forbidden']);

    await admin.send('DELETE', `/admin-api/v1/api-keys/${id}`);
    expect((await ask('accounts')).statusCode).toBe(401);
  });

  test('was stopped by the protection that is meant for browsers', async () => {
    server = await startSetUpServer();
    const admin = await signInAdministrator(server);
    const wanted = { name: 'export', scopes: ['members:write'], expires_in_days: null };
    const { key } = (await admin.send('POST', '/admin-api/v1/api-keys', wanted)).json();

    const made = await server.app.inject({
      method: 'POST',
      url: '/admin-api/v1/accounts',
      payload: { email: 'bob@example.com', name: 'Bob' },
      headers: { authorization: `Bearer ${key}` },
    });

    expect(made.statusCode).toBe(201);
  });
});
