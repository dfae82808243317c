import { ENDPOINTS, type Endpoint } from '@latchkey/contract';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { signInAdministrator } from '../testing/sign-in-administrator.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../testing/test-server.ts';

// What odd requests did to comparable servers; each is sent to every endpoint there is.
const SOME_ID = '01890000-0000-7000-8000-00000000dead';
const CHANGES = ENDPOINTS.filter(({ method }) => method !== 'GET');

let server: TestServer;
beforeAll(async () => {
  server = await startSetUpServer();
});
afterAll(() => server.close());

const addressOf = ({ path }: Endpoint): string => path.replaceAll(/\{\w+\}/g, SOME_ID);
const send = (endpoint: Endpoint, options: InjectOptions = {}): Promise<LightMyRequestResponse> =>
  server.app.inject({ method: endpoint.method, url: addressOf(endpoint), ...options });
const name = ({ method, path }: Endpoint): string => `${method} ${path}`;

/** The endpoints that did not do as they were expected to. */
async function exceptions(
  endpoints: readonly Endpoint[],
  options: InjectOptions | ((endpoint: Endpoint) => InjectOptions),
  isRight: (response: LightMyRequestResponse, endpoint: Endpoint) => boolean,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const endpoint of endpoints) {
    const response = await send(endpoint, typeof options === 'function' ? options(endpoint) : options);
    if (!isRight(response, endpoint)) wrong.push(`${name(endpoint)}: ${response.statusCode}`);
  }
  return wrong;
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('an endpoint', () => {
  test('let a proxy keep what belonged to one person', async () => {
    expect(await exceptions(ENDPOINTS, {}, ({ headers }) => headers['cache-control'] === 'no-store')).toEqual([]);
  });

  test('could be framed, sniffed, or run as a page', async () => {
    const isInert = ({ headers }: LightMyRequestResponse): boolean =>
      headers['x-content-type-options'] === 'nosniff' &&
      headers['x-frame-options'] === 'DENY' &&
      String(headers['content-security-policy']).includes("default-src 'none'");

    expect(await exceptions(ENDPOINTS, {}, isInert)).toEqual([]);
  });

  test.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', 'application/xml'])(
    'took a form of another site as %s',
    async (type) => {
      const options = { headers: { 'content-type': type }, payload: 'email=a' };

      expect(await exceptions(CHANGES, options, ({ statusCode }) => statusCode === 415)).toEqual([]);
    },
  );

  test('took a body without a type', async () => {
    const options = { payload: '{}', headers: { 'content-type': '' } };

    expect(await exceptions(CHANGES, options, ({ statusCode }) => statusCode === 415)).toEqual([]);
  });

  test('read a body of any size', async () => {
    const options = ({ largestBodyBytes = 65_536 }: Endpoint) => ({
      headers: JSON_TYPE,
      payload: `{"x":"${'x'.repeat(largestBodyBytes)}"}`,
    });

    expect(await exceptions(CHANGES, options, ({ statusCode }) => statusCode === 413)).toEqual([]);
  });

  test.each(['{', '{"a":1,}', "{'a':1}", '\u{feff}x', '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{}}}'])(
    'fell over the body %s',
    async (payload) => {
      const options = { headers: JSON_TYPE, payload };

      expect(await exceptions(CHANGES, options, ({ statusCode }) => statusCode === 400)).toEqual([]);
    },
  );

  test.each(['null', '[]', '"x"', '0', '{"token":{"$ne":null},"email":["a"],"password":{}}'])(
    'fell over the body %s, which is no form at all',
    async (payload) => {
      const options = { headers: JSON_TYPE, payload };

      expect(await exceptions(CHANGES, options, ({ statusCode }) => statusCode < 500)).toEqual([]);
    },
  );

  test('fell over a query that names one thing twice, or nothing that can be read', async () => {
    const options = (endpoint: Endpoint) => ({
      url: `${addressOf(endpoint)}?page=1&page=2&token=a&token=b&q=%ff&limit=-1&sort[]=x&from=never`,
    });

    expect(await exceptions(ENDPOINTS, options, ({ statusCode }) => statusCode < 500)).toEqual([]);
  });

  test('fell over a text with U+0000 in it, where PostgreSQL kept the data', async () => {
    const admin = await signInAdministrator(server);
    const zero = { email: 'zero@example.com', name: 'a\0b' };

    const searched = await admin.send('GET', '/admin-api/v1/accounts?q=%00');
    const created = await admin.send('POST', '/admin-api/v1/accounts', zero);
    const proven = await server.browser().send('POST', '/console/api/password-link', { token: 'a\0b' });

    expect(searched.json()).toMatchObject({ code: 'invalid_param', errors: [{ pointer: '#/q' }] });
    expect(created.json()).toMatchObject({ code: 'invalid_param', errors: [{ pointer: '#/name' }] });
    expect([proven.statusCode, proven.json().code]).toEqual([400, 'invalid_param']);
  });

  test.each(['/console/api/%zz', '/openapi/v1/%zz', '/%ff', `/openapi/v1/workspaces/${'a'.repeat(300)}`])(
    'repeated an address that it could not read, or answered it in a form of its own: %s',
    async (url) => {
      const response = await server.app.inject({ method: 'GET', url });

      expect(response.json()).toEqual({
        code: expect.any(String),
        message: expect.any(String),
        status: expect.any(Number),
      });
      expect(response.body).not.toContain(url);
      expect(response.headers).toMatchObject({ 'x-version': '1.14.2', 'x-frame-options': 'DENY' });
      expect([400, 404]).toContain(response.statusCode);
    },
  );

  test('took any method, or hid which ones it takes', async () => {
    const wrong: string[] = [];
    for (const url of new Set(ENDPOINTS.map(addressOf))) {
      const taken = new Set<string>(ENDPOINTS.filter((endpoint) => matches(endpoint, url)).map(({ method }) => method));
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
        if (method !== 'OPTIONS' && taken.has(method)) continue;
        const response = await server.app.inject({ method, url });
        const allowed = String(response.headers.allow).split(', ');
        const isRight = allowed.length === taken.size && allowed.every((name) => taken.has(name));
        if (response.statusCode !== 405 || !isRight)
          wrong.push(`${method} ${url}: ${response.statusCode}, ${response.headers.allow}`);
      }
    }

    expect(wrong).toEqual([]);
  });

  test('answered a page of any origin, with cookies', async () => {
    const options = { headers: { origin: 'https://evil.example' } };
    const isClosed = ({ headers }: LightMyRequestResponse) => headers['access-control-allow-origin'] === undefined;

    expect(await exceptions(ENDPOINTS, options, isClosed)).toEqual([]);
  });

  test('did what a page of another site wanted', async () => {
    const headers = { ...JSON_TYPE, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };

    expect(await exceptions(CHANGES, { headers, payload: '{}' }, ({ statusCode }) => statusCode === 403)).toEqual([]);
  });
});

function matches({ path }: Endpoint, url: string): boolean {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(url);
}

describe('a field that nobody asked for', () => {
  let ann: Browser;
  let other: string;
  beforeAll(async () => {
    ann = server.browser();
    await ann.signIn(ADMIN.email, ADMIN.password);
    const admin = await signInAdministrator(server);
    const made = await admin.send('POST', '/admin-api/v1/accounts', { email: 'bob@example.com', name: 'Bob' });
    other = made.json().id;
  });

  test('changed the account of somebody else', async () => {
    const odd = { userId: other, user_id: other, account_id: other, id: other, email: 'bob@example.com' };

    expect((await ann.send('POST', '/console/api/account/name', { ...odd, name: 'Ann Lee' })).statusCode).toBe(200);

    const { accounts } = server.context.platform.store;
    expect((await accounts.findByEmail(ADMIN.email))?.name).toBe('Ann Lee');
    expect((await accounts.findByEmail('bob@example.com'))?.name).toBe('Bob');
  });

  test.each([
    ['a second line in lists and letters', 'Ann\r\nBcc: everybody@example.com'],
    ['another name, read from right to left', 'Ann \u202etsigolohcysp'],
    ['an escape of the terminal', 'Ann\u001b[2J'],
  ])('was a name that passed for %s', async (_, name) => {
    const admin = await signInAdministrator(server);

    const created = await admin.send('POST', '/admin-api/v1/accounts', { email: 'odd@example.com', name });
    const renamed = await ann.send('POST', '/console/api/account/name', { name });
    const group = await ann.send('POST', '/console/api/groups', { name });
    const app = await ann.send('POST', '/console/api/webapps', { name, code: 'odd', upstream: 'http://127.0.0.1:1' });

    for (const { statusCode, json } of [created, renamed, group, app]) {
      expect([statusCode, json().code]).toEqual([400, 'invalid_param']);
    }
  });

  test.each([
    ['POST', '/console/api/account/name', { name: 'a\0b' }],
    ['POST', '/console/api/account/avatar', { avatar: 'a\0b' }],
    ['POST', '/openapi/v1/oauth/device/code', { client_id: 'difyctl', device_label: 'a\0b' }],
    ['GET', '/console/api/account/avatar?avatar=%00', undefined],
    ['GET', '/openapi/v1/oauth/device/lookup?user_code=%00', undefined],
  ] as const)('fell over a character that PostgreSQL does not keep: %s %s', async (method, url, body) => {
    expect((await ann.send(method, url, body)).statusCode).toBeLessThan(500);
  });

  test('let a name break the line, or turn round what stands beside it', async () => {
    for (const name of ['Ann\nIT department', 'Ann \u202egnp.exe', 'A\u2028nn', '\u2066Ann']) {
      expect((await ann.send('POST', '/console/api/account/name', { name })).json().code).toBe('invalid_param');
    }
    for (const name of ['李', 'Zoë O’Brien-Łuk', 'עמי \u200fכהן']) {
      expect((await ann.send('POST', '/console/api/account/name', { name })).statusCode).toBe(200);
    }
  });

  test('gave the account a status, a role or an address', async () => {
    const odd = { status: 'pending', role: 'admin', email: 'root@example.com', is_system_administrator: true };

    await ann.send('POST', '/console/api/account/timezone', { timezone: 'UTC', ...odd });

    expect((await ann.send('GET', '/console/api/account/profile')).json()).toMatchObject({ email: ADMIN.email });
    expect((await server.context.platform.store.accounts.findByEmail(ADMIN.email))?.status).toBe('active');
  });
});
