import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setPolicy } from '../testing/set-policy.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../testing/test-server.ts';

// How guessers went around the limits of comparable servers.
let server: TestServer;
beforeEach(async () => {
  server = await startSetUpServer();
});
afterEach(() => server.close());

const base64 = (text: string) => Buffer.from(text).toString('base64');

async function guess(
  url: string,
  { email = ADMIN.email, password = 'wrong', remoteAddress = '198.51.100.7', headers = {} } = {},
): Promise<number> {
  const payload = JSON.stringify({ email, password: base64(password) });
  const answer = await server.app.inject({
    method: 'POST',
    url,
    remoteAddress,
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return answer.statusCode;
}
const login = '/console/api/login';

describe('a guesser went on under the limit', () => {
  test('by sending all guesses at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => guess(login, { password: `guess ${n}` })));

    expect(answers.filter((status) => status === 401)).toHaveLength(6);
    expect(answers.filter((status) => status === 429)).toHaveLength(14);
  });

  test.each([
    '/console/api/%6cogin',
    '/console/api/login?x=1',
    '/console/api/login?x=/console/api/ping',
    '/%63onsole/api/login',
  ])('by writing the address as %s', async (url) => {
    for (let n = 0; n < 3; n += 1) await guess(login);
    for (let n = 0; n < 3; n += 1) expect(await guess(url)).toBe(401);

    expect(await guess(url, { password: ADMIN.password })).toBe(429);
  });

  test.each([
    '//console/api/login',
    '/console//api/login',
    '/console/api//login',
    '/console/api/login/',
    '/CONSOLE/api/login',
    '/console/api/./login',
    '/console/api/x/../login',
    '/console/api/login;x=1',
    '/console%2fapi%2flogin',
    '/console/api/login%00',
    '\\console\\api\\login',
  ])('by writing the address as %s, which reached the route and not its limit', async (url) => {
    for (let n = 0; n < 6; n += 1) await guess(login);

    expect([400, 404, 429]).toContain(await guess(url, { password: ADMIN.password }));
  });

  test.each([
    'x-forwarded-for',
    'x-real-ip',
    'cf-connecting-ip',
    'true-client-ip',
    'x-client-ip',
    'x-cluster-client-ip',
    'x-originating-ip',
    'fastly-client-ip',
  ])('by inventing an address in %s', async (header) => {
    for (let n = 0; n < 6; n += 1) await guess(login, { headers: { [header]: `203.0.113.${n}` } });
    await guess(login, { headers: { forwarded: 'for=203.0.113.77' } });

    expect(await guess(login, { password: ADMIN.password, headers: { [header]: '203.0.113.99' } })).toBe(429);
  });

  test('by writing the address of the account in other letters', async () => {
    for (const email of ['ann@example.com', 'ANN@example.com', 'Ann@Example.Com', 'aNN@EXAMPLE.COM'])
      await guess(login, { email });
    for (let n = 0; n < 2; n += 1) await guess(login);

    expect(await guess(login, { email: 'anN@example.com', password: ADMIN.password })).toBe(429);
  });

  test('by taking another address out of the same IPv6 network', async () => {
    for (let n = 0; n < 6; n += 1) await guess(login, { remoteAddress: `2001:db8:0:1::${n + 1}` });

    const right = { password: ADMIN.password };
    expect(await guess(login, { ...right, remoteAddress: '2001:db8:0:1:ffff:eeee:dddd:9' })).toBe(429);
    expect(await guess(login, { ...right, remoteAddress: '2001:DB8:0:1:0:0:0:1' })).toBe(429);
    expect(await guess(login, { ...right, remoteAddress: '2001:0db8:0000:0001::0001' })).toBe(429);
    expect(await guess(login, { ...right, remoteAddress: '2001:db8:0:2::1' })).toBe(200);
  });

  test('by writing an IPv4 address as an IPv6 one', async () => {
    for (let n = 0; n < 6; n += 1) await guess(login, { remoteAddress: '198.51.100.7' });

    const right = { password: ADMIN.password };
    expect(await guess(login, { ...right, remoteAddress: '::ffff:198.51.100.7' })).toBe(429);
    expect(await guess(login, { ...right, remoteAddress: '::ffff:c633:6407' })).toBe(429);
    expect(await guess(login, { ...right, remoteAddress: '::ffff:198.51.100.8' })).toBe(200);
  });

  test('by going through the other door', async () => {
    for (let n = 0; n < 3; n += 1) await guess(login);
    for (let n = 0; n < 3; n += 1) await guess('/admin-api/v1/session');

    expect(await guess(login, { password: ADMIN.password })).toBe(429);
    const payload = JSON.stringify({ email: ADMIN.email, password: ADMIN.password });
    const headers = { 'content-type': 'application/json' };
    const remoteAddress = '198.51.100.7';
    const door = await server.app.inject({
      method: 'POST',
      url: '/admin-api/v1/session',
      payload,
      headers,
      remoteAddress,
    });
    expect(door.statusCode).toBe(429);
  });

  test('by signing in with an account of their own in between', async () => {
    const { platform } = server.context;
    await setPolicy(server, { registration: true });
    const limit = platform.rules.limits['password-network'].max;
    for (let n = 0; n < limit; n += 1) {
      if (n % 25 === 0) await guess(login, { password: ADMIN.password });
      await guess(login, { email: `person-${n}@example.com` });
    }

    expect(await guess(login, { email: 'the-next@example.com' })).toBe(429);
  });

  test('by trying one password on many accounts', async () => {
    const answers: number[] = [];
    for (let n = 0; n < 102; n += 1) answers.push(await guess(login, { email: `person-${n}@example.com` }));

    expect(answers.slice(99)).toEqual([401, 429, 429]);
  });
});

test('behind a trusted proxy a guesser put an address of their own before the proxy’s', async () => {
  await server.close();
  server = await startSetUpServer({ LATCHKEY_TRUSTED_PROXIES: '10.0.0.1' });
  const behind = (spoofed: string, password = 'wrong') =>
    guess(login, { password, remoteAddress: '10.0.0.1', headers: { 'x-forwarded-for': `${spoofed}, 198.51.100.7` } });

  for (let n = 0; n < 6; n += 1) await behind(`203.0.113.${n}`);

  expect(await behind('203.0.113.99', ADMIN.password)).toBe(429);
});
