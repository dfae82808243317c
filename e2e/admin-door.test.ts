import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administer } from './support/administer.ts';
import { atTheShell, openAdministration, signInToAdministration } from './support/administration.ts';
import { openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { ANN, setUp } from './support/people.ts';
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

test('with every sign-in method off, the administration still lets its people in', async () => {
  await setSignInPolicy(server, { email_password: false });
  const { page } = await openAdministration(browser, server);
  await page.getByText('No sign-in method is on.').waitFor();
  await setSignInPolicy(server, { email_password: true });
});

test('whoever was sent to sign in comes back to the page they wanted', async () => {
  const { page } = await openAdministration(browser, server, '/admin/members?q=nobody-at-all');
  await page.getByText('Nothing matches').waitFor();
  expect(new URL(page.url()).search).toBe('?q=nobody-at-all');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in to the administration' }).waitFor();
  await page.goto(`${server.address}/admin/members`);
  await page.getByRole('heading', { name: 'Sign in to the administration' }).waitFor();
});

test('a reference that a refused person quotes tells the rule and what to do', async () => {
  const { page: refused } = await openWindow(browser);
  await refused.goto(`${server.address}/admin/signin`);
  await signInToAdministration(refused, { ...ANN, email: 'nobody@example.com' });
  const alert = refused.getByRole('alert');
  await alert.getByText('The e-mail address or the password is not right.').waitFor();
  await expectGoodLooks(refused);
  const reference = await alert.locator('code').textContent();

  const { page } = await openAdministration(browser, server, '/admin/attempts');
  await page.getByLabel('Reference').fill(` ${reference?.toLowerCase()} `);
  await page.getByRole('button', { name: 'Look up' }).click();
  await page.getByRole('heading', { name: 'No such account' }).waitFor();
  await page.getByText('Check the address for a typing mistake, else invite them.').waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByLabel('Reference').fill('NOT-A-REFERENCE');
  await page.getByRole('button', { name: 'Look up' }).click();
  await page.getByText('No attempt has this reference').waitFor();
});

test('a link cut at the shell signs in once, and leaves the address at once', async () => {
  const [, token = ''] = /\/admin\/enter#(\S+)/.exec(await atTheShell(server, 'link', ANN.email)) ?? [];
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/admin/enter#${token}`);
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
  expect(page.url()).toBe(`${server.address}/admin/enter`);
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Keep my password' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();

  const { page: again } = await openWindow(browser);
  await again.goto(`${server.address}/admin/enter#${token}`);
  await again.getByRole('heading', { name: 'This link does not sign you in' }).waitFor();
  await expectGoodLooks(again);
});

test('a one-time password lets an administrator in only to choose their own', async () => {
  const act = await administer(server);
  const bo = { ...ANN, name: 'Bo', email: 'bo@example.com' };
  const { one_time_password } = await act('POST', '/accounts', { name: bo.name, email: bo.email });
  await act('POST', '/administrators', { email: bo.email });

  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/admin`);
  await signInToAdministration(page, { ...bo, password: String(one_time_password) });
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
  await page.goto(`${server.address}/admin/members`);
  await page.getByRole('heading', { name: 'Sign in to the administration' }).waitFor();
  await signInToAdministration(page, { ...bo, password: String(one_time_password) });
  await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
  await page.getByLabel('New password').fill('a new long passphrase');
  await page.getByRole('button', { name: 'Set password and go on' }).click();
  await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
  await page.getByText('Bo', { exact: true }).waitFor();
});
