import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { ANN, setUp, signInOnPage, Visitor } from './support/people.ts';
import { Server } from './support/server.ts';

let browser: Browser;
let server: Server;
let fresh: Server;
beforeAll(async () => {
  browser = await openBrowser();
  [server, fresh] = await Promise.all([
    Server.start({ LATCHKEY_LIMITS: 'device-code=off,device-lookup=off,device-decision=off' }),
    Server.start(),
  ]);
  await setUp(server);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  await fresh[Symbol.asyncDispose]();
});

async function requestCode(): Promise<string> {
  const asked = await new Visitor(server.address).post('/openapi/v1/oauth/device/code', {
    client_id: 'difyctl',
    device_label: 'difyctl on a machine with a rather long name',
  });
  return (await asked.json()).user_code;
}

const at = (path: string) => (page: Page) => page.goto(server.address + path);

/** How each state is reached, and the heading that shows it. */
const SIGNED_OUT: [string, (page: Page) => Promise<unknown>, string][] = [
  ['sign-in', at('/signin'), 'Sign in to Latchkey'],
  ['set-up', (page) => page.goto(fresh.setUpLink), 'Set up Latchkey'],
  ['set-up that is done', at('/setup'), 'Latchkey is set up already'],
  ['code entry', at('/device'), 'Approve a terminal'],
  ['a page that is not there', at('/nowhere'), 'There is no page at this address'],
];

const SIGNED_IN: [string, (page: Page) => Promise<unknown>, string][] = [
  ['workspaces', at('/'), 'Workspaces'],
  ['account', at('/account'), 'Your account'],
  [
    'decision',
    async (page) => page.goto(`${server.address}/device?user_code=${await requestCode()}`),
    'A terminal asks to sign in as you',
  ],
  [
    'approved',
    async (page) => {
      await page.goto(`${server.address}/device?user_code=${await requestCode()}`);
      await page.getByRole('button', { name: 'Approve this terminal' }).click();
    },
    'The terminal is signed in',
  ],
  [
    'denied',
    async (page) => {
      await page.goto(`${server.address}/device?user_code=${await requestCode()}`);
      await page.getByRole('button', { name: 'Deny' }).click();
    },
    'You denied the terminal',
  ],
  ['an unknown code', at('/device?user_code=AAAA-AAAA'), 'This code does not work'],
];

test.each(SIGNED_OUT)('%s is accessible, fits, and breaks no policy', async (_name, reach, heading) => {
  const { page, errors } = await openWindow(browser);
  await reach(page);
  await page.getByRole('heading', { name: heading }).waitFor();
  await expectGoodLooks(page);
  expect(errors).toEqual([]);
});

test('every page of a signed-in person is accessible, fits, and breaks no policy', async () => {
  const { page, errors } = await openWindow(browser);
  await page.goto(`${server.address}/signin`);
  await signInOnPage(page);
  await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  for (const [, reach, heading] of SIGNED_IN) {
    await reach(page);
    await page.getByRole('heading', { name: heading }).waitFor();
    await expectGoodLooks(page);
  }
  expect(errors).toEqual([]);
});

test('a browser that prefers the dark is shown it', async () => {
  const { page } = await openWindow(browser, { colorScheme: 'dark' });
  await page.goto(`${server.address}/signin`);
  await page.getByRole('button', { name: 'Use light theme' }).waitFor();
  await expectAccessible(page);
});

test('a refusal is announced and accessible', async () => {
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/signin`);
  await signInOnPage(page, { ...ANN, password: 'wrong one 1' });
  await page.getByRole('alert').getByText('The e-mail address or the password is not right.').waitFor();
  await expectAccessible(page);
});

test.each([
  ['zh-CN', 'zh-Hans', '登录'],
  ['ja-JP', 'ja-JP', 'サインイン'],
])('a browser set to %s is greeted in its language', async (locale, lang, word) => {
  const { page } = await openWindow(browser, { locale });
  await page.goto(`${server.address}/signin`);
  await page.getByRole('heading').filter({ hasText: word }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  await expectAccessible(page);
});

test('a switched-off password leaves a sentence, not a form', async () => {
  const { page } = await openWindow(browser);
  await page.route('**/console/api/system-features', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), enable_email_password_login: false } });
  });
  await page.goto(`${server.address}/signin`);
  await page.getByRole('heading', { name: 'No sign-in method is on' }).waitFor();
  expect(await page.getByLabel('Password', { exact: true }).count()).toBe(0);
});
