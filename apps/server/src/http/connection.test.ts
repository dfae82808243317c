import { afterEach, describe, expect, test } from 'vitest';
import { ADMIN, startSetUpServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
afterEach(() => server.close());

const HTTPS = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'id.example.com' };

describe('behind a proxy that is trusted', () => {
  test('cookies become __Host- and Secure when the person came by https', async () => {
    server = await startSetUpServer({ LATCHKEY_TRUSTED_PROXIES: 'loopback' });
    const browser = server.browser({ headers: HTTPS });
    const signedIn = await browser.signIn(ADMIN.email, ADMIN.password);
    expect([...browser.cookies.keys()]).toEqual(['__Host-access_token', '__Host-refresh_token', '__Host-csrf_token']);
    expect([signedIn.headers['set-cookie'] ?? []].flat().every((line) => line.endsWith('; Secure'))).toBe(true);
    expect((await browser.send('GET', '/console/api/account/profile')).statusCode).toBe(200);
    expect(signedIn.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  test('the network address is the person’s, and links follow the forwarded host', async () => {
    server = await startSetUpServer({ LATCHKEY_TRUSTED_PROXIES: 'loopback' });
    const browser = server.browser({ headers: HTTPS });
    await browser.signIn(ADMIN.email, ADMIN.password);
    expect((await browser.send('GET', '/console/api/account/sessions')).json().data[0].ip).toBe('203.0.113.9');
    const code = await browser.send('POST', '/openapi/v1/oauth/device/code', {
      client_id: 'difyctl',
      device_label: 'x',
    });
    expect(code.json().verification_uri).toBe('https://id.example.com/device');
  });

  test('a forwarded address that is none falls back to the proxy’s own', async () => {
    server = await startSetUpServer({ LATCHKEY_TRUSTED_PROXIES: 'loopback' });
    const browser = server.browser({ headers: { 'x-forwarded-for': "'; drop table" } });
    await browser.signIn(ADMIN.email, ADMIN.password);
    expect((await browser.send('GET', '/console/api/account/sessions')).json().data[0].ip).toBe('127.0.0.1');
  });
});

describe('without a trusted proxy', () => {
  test('forwarded headers change nothing: neither cookies nor addresses', async () => {
    server = await startSetUpServer();
    const browser = server.browser({ headers: HTTPS });
    await browser.signIn(ADMIN.email, ADMIN.password);
    expect([...browser.cookies.keys()]).toEqual(['access_token', 'refresh_token', 'csrf_token']);
    expect((await browser.send('GET', '/console/api/account/sessions')).json().data[0].ip).toBe('127.0.0.1');
  });

  test('a plain cookie does not pass for a __Host- one on https, nor the other way round', async () => {
    server = await startSetUpServer({ LATCHKEY_TRUSTED_PROXIES: '127.0.0.1' });
    const plain = server.browser();
    await plain.signIn(ADMIN.email, ADMIN.password);
    expect((await plain.send('GET', '/console/api/account/profile', undefined, HTTPS)).statusCode).toBe(401);
  });
});

describe('links', () => {
  test('use the public address, whatever the Host header says', async () => {
    server = await startSetUpServer({ LATCHKEY_PUBLIC_URL: 'https://id.example.com' });
    const body = { client_id: 'difyctl', device_label: 'x' };
    const code = await server.browser().send('POST', '/openapi/v1/oauth/device/code', body, { host: 'evil.example' });
    expect(code.json().verification_uri).toBe('https://id.example.com/device');
  });
});

describe('every answer', () => {
  test('forbids framing, sniffing, caching and referrers, and names the wire version once', async () => {
    server = await startSetUpServer();
    const { headers } = await server.browser().send('GET', '/console/api/ping');
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-version': '1.14.2',
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('carries a reference of its own', async () => {
    server = await startSetUpServer();
    const [one, two] = [await server.browser().send('GET', '/healthz'), await server.browser().send('GET', '/healthz')];
    expect(one.headers['x-request-id']).toMatch(/^[2-9A-Z]{6}-[0-9A-Z]{4,}$/);
    expect(one.headers['x-request-id']).not.toBe(two.headers['x-request-id']);
  });
});

describe('other sites', () => {
  test('may not change anything, unless their origin is configured', async () => {
    server = await startSetUpServer({ LATCHKEY_CORS_ORIGINS: 'https://app.example.com' });
    const cross = (origin: string) =>
      server.browser({ headers: { 'sec-fetch-site': 'cross-site', origin } }).signIn(ADMIN.email, ADMIN.password);
    expect((await cross('https://evil.example')).statusCode).toBe(403);
    const allowed = await cross('https://app.example.com');
    expect([allowed.statusCode, allowed.headers['access-control-allow-origin']]).toEqual([
      200,
      'https://app.example.com',
    ]);
  });

  test('cannot send a form that passes for JSON', async () => {
    server = await startSetUpServer();
    const headers = { 'content-type': 'text/plain' };
    const response = await server
      .browser()
      .send('POST', '/console/api/login', { email: ADMIN.email, password: ADMIN.password }, headers);
    expect([response.statusCode, response.json().code]).toEqual([415, 'unsupported_media_type']);
  });
});

describe('bodies', () => {
  test('that are no JSON, too large or poisoned are refused with a code', async () => {
    server = await startSetUpServer();
    const post = (payload: string) =>
      server.app.inject({
        method: 'POST',
        url: '/console/api/login',
        payload,
        headers: { 'content-type': 'application/json' },
      });
    expect((await post('{')).json()).toMatchObject({ code: 'bad_request', status: 400 });
    expect((await post(`{"email":"${'x'.repeat(70_000)}"}`)).json()).toMatchObject({
      code: 'request_entity_too_large',
      status: 413,
    });
    expect((await post('{"__proto__":{"admin":true}}')).statusCode).toBe(400);
    expect((await post('')).json().code).toBe('invalid_param');
    expect((await post('null')).statusCode).toBe(400);
    expect((await post('[]')).statusCode).toBe(400);
  });
});
