import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startSetUpServer();
});
afterEach(() => server.close());

describe('renewing a session', () => {
  test('works an hour later, when the access token has expired', async () => {
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    server.advance(3600);
    expect((await browser.send('GET', '/console/api/account/profile')).json().message).toBe('Token has expired.');
    expect((await browser.send('POST', '/console/api/refresh-token')).json()).toEqual({ result: 'success' });
    expect((await browser.send('GET', '/console/api/account/profile')).statusCode).toBe(200);
  });

  test('without a refresh token is refused in the words of the wire', async () => {
    const response = await server.browser().send('POST', '/console/api/refresh-token');
    expect(response.statusCode).toBe(401);
    expect(response.json()).toEqual({ result: 'fail', message: 'No refresh token provided' });
  });

  test('survives parallel tabs that send one token at the same time', async () => {
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    const headers = { cookie: `refresh_token=${browser.cookies.get('refresh_token')}` };
    const tabs = await Promise.all(
      Array.from({ length: 5 }, () => server.browser().send('POST', '/console/api/refresh-token', undefined, headers)),
    );
    expect(tabs.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200]);
  });

  test('ends the whole session when a used token comes back after the grace window', async () => {
    const thief = server.browser();
    const owner = server.browser();
    await owner.signIn(ADMIN.email, ADMIN.password);
    thief.cookies.set('refresh_token', owner.cookies.get('refresh_token') ?? '');
    await owner.send('POST', '/console/api/refresh-token');
    server.advance(31);
    expect((await thief.send('POST', '/console/api/refresh-token')).json().message).toBe('Invalid refresh token');
    expect((await owner.send('GET', '/console/api/account/profile')).statusCode).toBe(401);
    expect((await owner.send('POST', '/console/api/refresh-token')).statusCode).toBe(401);
    const [entry] = await server.context.platform.store.audit.latest(1);
    expect(entry?.action).toBe('console.refresh_token_reused');
  });

  test('ends at ninety days, however often it was renewed', async () => {
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    for (let day = 0; day < 89; day += 29) {
      expect((await browser.send('POST', '/console/api/refresh-token')).statusCode).toBe(200);
      server.advance(29 * 86_400);
    }
    expect((await browser.send('POST', '/console/api/refresh-token')).statusCode).toBe(401);
  });

  test('is refused thirty days after the last renewal', async () => {
    const browser = server.browser();
    await browser.signIn(ADMIN.email, ADMIN.password);
    server.advance(30 * 86_400);
    expect((await browser.send('POST', '/console/api/refresh-token')).statusCode).toBe(401);
  });
});
