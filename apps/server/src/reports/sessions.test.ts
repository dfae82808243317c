import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../testing/test-server.ts';

// What people who run or use such a server have reported elsewhere; each title says what went wrong for them.
const profile = '/console/api/account/profile';
const refresh = '/console/api/refresh-token';

let server: TestServer;
let browser: Browser;
beforeEach(async () => {
  server = await startSetUpServer();
  browser = server.browser();
  await browser.signIn(ADMIN.email, ADMIN.password);
});
afterEach(() => server.close());

/** Another tab of the same browser, with the cookies as they are now. */
function tabOf(one: Browser): Browser {
  const tab = server.browser();
  for (const [name, value] of one.cookies) tab.cookies.set(name, value);
  return tab;
}

test('two tabs that renewed at once threw the person out', async () => {
  server.advance(3601);
  const tabs = [browser, tabOf(browser), tabOf(browser)];

  const renewed = await Promise.all(tabs.map((tab) => tab.send('POST', refresh)));

  expect(renewed.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  for (const tab of tabs) expect((await tab.send('GET', profile)).statusCode).toBe(200);
});

test('a tab that renewed a moment after another one led to the sign-in page', async () => {
  const late = tabOf(browser);
  server.advance(3601);
  await browser.send('POST', refresh);
  server.advance(29);

  expect((await late.send('POST', refresh)).statusCode).toBe(200);
  expect((await browser.send('GET', profile)).statusCode).toBe(200);
});

test('an answer that was lost on the way cost the session: nobody had the new token', async () => {
  server.advance(3601);
  const before = tabOf(browser);
  await before.send('POST', refresh);

  expect((await browser.send('POST', refresh)).statusCode).toBe(200);
});

test('somebody at work was signed out in the middle of it', async () => {
  for (let day = 0; day < 60; day += 1) {
    server.advance(86_400);
    expect((await browser.send('POST', refresh)).statusCode).toBe(200);
  }

  expect((await browser.send('GET', profile)).statusCode).toBe(200);
});

test('renewing failed for good and the page asked again and again: nothing took the dead cookies away', async () => {
  server.advance(31 * 86_400);

  const refused = await browser.send('POST', refresh);

  expect(refused.json()).toEqual({ result: 'fail', message: 'Invalid refresh token' });
  expect(browser.cookies.size).toBe(0);
});

test('signing out said no because the access token was old, and left the rest of the session usable', async () => {
  const copy = tabOf(browser);
  server.advance(3601);

  expect((await browser.send('POST', '/console/api/logout')).json()).toEqual({ result: 'success' });

  expect((await copy.send('POST', refresh)).statusCode).toBe(401);
});

test('signing out on one device ended the session of another one instead', async () => {
  const phone = server.browser();
  await phone.signIn(ADMIN.email, ADMIN.password);

  await browser.send('POST', '/console/api/logout');

  expect((await phone.send('GET', profile)).statusCode).toBe(200);
});

describe('a session that was thought to be over', () => {
  test('went on after signing in anew in the same browser', async () => {
    const copy = tabOf(browser);

    await browser.signIn(ADMIN.email, ADMIN.password);

    expect((await copy.send('GET', profile)).statusCode).toBe(401);
    expect((await copy.send('POST', refresh)).statusCode).toBe(401);
    expect((await browser.send('GET', profile)).statusCode).toBe(200);
  });

  test('went on after a new password, in whatever way it was set', async () => {
    const copy = tabOf(browser);
    const next = { new_password: 'violet harbour 7', repeat_new_password: 'violet harbour 7' };
    const here = server.browser();
    await here.signIn(ADMIN.email, ADMIN.password);

    await here.send('POST', '/console/api/account/password', { password: ADMIN.password, ...next });

    expect((await copy.send('GET', profile)).statusCode).toBe(401);
  });
});

test('a page of a neighbouring host signed people out', async () => {
  const headers = { 'sec-fetch-site': 'same-site', origin: 'https://neighbour.example.com' };

  expect((await tabOf(browser).send('POST', '/console/api/logout', undefined, headers)).statusCode).toBe(403);

  expect((await browser.send('GET', profile)).statusCode).toBe(200);
});
