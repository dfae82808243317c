import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administer } from './support/administer.ts';
import { openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { ANN, setUp, signInOnPage } from './support/people.ts';
import { Server } from './support/server.ts';
import { setSignInPolicy } from './support/sign-in-policy.ts';

let browser: Browser;
let server: Server;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start();
  await setUp(server);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

describe('the sign-in page shows the methods that are on and nothing else', () => {
  test('a code alone: no password is asked for, and none can be set', async () => {
    await setSignInPolicy(server, { email_password: false, email_code: true });
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/signin`);
    await page.getByRole('button', { name: 'Send me a code' }).waitFor();
    expect(await page.getByLabel('Password', { exact: true }).count()).toBe(0);
    await expectGoodLooks(page);
    await page.goto(`${server.address}/reset-password`);
    await page.getByRole('heading', { name: 'Passwords are switched off here' }).waitFor();
  });

  test('a password alone: no code is offered', async () => {
    await setSignInPolicy(server, { email_password: true, email_code: false });
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/signin`);
    await signInOnPage(page);
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  });

  test('a page that is older than the switch is refused with words', async () => {
    await setSignInPolicy(server, { email_password: true, email_code: true });
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/signin`);
    await page.getByRole('button', { name: 'Use a code instead' }).click();
    await setSignInPolicy(server, { email_code: false });
    await page.getByLabel('E-mail address').fill(ANN.email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByText('Signing in with a code is switched off here.').waitFor();
  });

  test('none: the page says so', async () => {
    await setSignInPolicy(server, { email_password: false, email_code: false });
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/signin`);
    await page.getByRole('heading', { name: 'No sign-in method is on' }).waitFor();
    expect(await page.locator('form').count()).toBe(0);
    await expectGoodLooks(page);
  });
});

test('without a mail server, and under the organisation’s name, the page says whom to ask', async () => {
  await setSignInPolicy(server, { email_password: true, email_code: true });
  const act = await administer(server);
  const { version } = await act('GET', '/settings');
  await act('PATCH', '/settings', { version, organisation: 'Northwind', contact: 'IT desk, room 4' });
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/signin`);
  await page.getByRole('heading', { name: 'Sign in to Northwind' }).waitFor();
  await signInOnPage(page, { ...ANN, password: 'not it 123' });
  await page.getByRole('alert').getByText('System administrators: IT desk, room 4').waitFor();
  await page.getByRole('button', { name: 'Use a code instead' }).click();
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByText('No letter will arrive: no mail server is set up here.').waitFor();
  await page.getByText('System administrators: IT desk, room 4').waitFor();
  await expectGoodLooks(page);
});
