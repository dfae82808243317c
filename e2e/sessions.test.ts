import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAdministration } from './support/administration.ts';
import { expectAccessible, openBrowser, openWindow } from './support/browser.ts';
import { ANN, setUp, signInOnPage, Visitor } from './support/people.ts';
import { Server } from './support/server.ts';
import { Machine } from './support/terminal.ts';

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

async function signInTerminal(machine: Machine): Promise<void> {
  const { terminal, userCode } = await machine.startSignIn(server.address);
  const visitor = new Visitor(server.address);
  await visitor.signIn();
  await visitor.post('/openapi/v1/oauth/device/approve', { user_code: userCode });
  expect(await terminal.exit()).toBe(0);
}

test('a terminal that is ended on the account page is refused at its next command', async () => {
  using machine = new Machine();
  await signInTerminal(machine);
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/account`);
  await signInOnPage(page);
  await page.getByRole('button', { name: /^End the session difyctl on/ }).click();
  await page.getByText(/^Ended: difyctl on/).waitFor();
  const refused = await machine.run('auth', 'devices', 'list');
  expect(refused.exitCode).toBe(4);
  expect(refused.shown).toContain("run 'difyctl auth login' to sign in again");
});

test('ending all other sessions leaves this browser, and nobody else', async () => {
  using machine = new Machine();
  await signInTerminal(machine);
  const [here, there] = [await openWindow(browser), await openWindow(browser)];
  for (const { page } of [here, there]) {
    await page.goto(`${server.address}/account`);
    await signInOnPage(page);
    await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor();
  }
  await here.page.getByRole('button', { name: 'End all other sessions' }).click();
  await here.page.getByRole('button', { name: 'End them all' }).click();
  await here.page.getByText(/^Other sessions ended: \d+\.$/).waitFor();
  await there.page.reload();
  await there.page.getByRole('heading', { name: 'Sign in to Latchkey' }).waitFor();
  await here.page.reload();
  await here.page.getByRole('heading', { name: 'Your account' }).waitFor();
  expect((await machine.run('auth', 'devices', 'list')).exitCode).toBe(4);
});

test('an administrator signs everybody out, and stays', async () => {
  using machine = new Machine();
  await signInTerminal(machine);
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/account`);
  await signInOnPage(page);
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  const { page: administration } = await openAdministration(browser, server, '/admin/settings');
  await administration.getByRole('button', { name: 'Sign everybody out' }).click();
  await administration.getByRole('dialog').getByRole('heading', { name: 'Sign everybody out now?' }).waitFor();
  await expectAccessible(administration);
  await administration.getByRole('dialog').getByRole('button', { name: 'Sign everybody out' }).click();
  await administration
    .getByText(/^Everybody is signed out\. Sessions ended: \d+ in browsers, 1 in terminals\.$/)
    .waitFor();
  await administration.reload();
  await administration.getByRole('heading', { name: 'Settings' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in to Latchkey' }).waitFor();
  expect((await machine.run('auth', 'devices', 'list')).exitCode).toBe(4);
});

test('a new password is taken on the page and ends the other sessions', async () => {
  const { page } = await openWindow(browser);
  const script = new Visitor(server.address);
  await script.signIn();
  await page.goto(`${server.address}/account`);
  await signInOnPage(page);
  const next = { ...ANN, password: 'battery staple 2' };
  await page.getByLabel('Current password', { exact: true }).fill('wrong');
  await page.getByLabel('New password', { exact: true }).fill(next.password);
  await page.getByLabel('New password again', { exact: true }).fill(next.password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('This is not your current password.').waitFor();
  await page.getByLabel('Current password', { exact: true }).fill(ANN.password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('Your password is changed. Every other session has ended.').waitFor();
  expect((await script.get('/console/api/account/profile')).status).toBe(401);
  expect((await new Visitor(server.address).signIn(next)).status).toBe(200);
});
