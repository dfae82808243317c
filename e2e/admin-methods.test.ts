import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAdministration } from './support/administration.ts';
import { openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { setUp } from './support/people.ts';
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

test('before a method is switched off, the administrator reads who loses their way in', async () => {
  const { page } = await openAdministration(browser, server, '/admin/methods');
  await page.getByRole('switch', { name: 'Email and password' }).uncheck();
  await page.getByText('Nobody signs in to a workspace, and the sign-in page says so.').waitFor();
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Review and save' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Lose their way in: 1').waitFor();
  await drawer.getByText('Ann Lee (ann@example.com)').waitFor();
  await drawer.getByText('You yourself lose your way into workspaces.').waitFor();
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved. It holds from the next request on').waitFor();

  const { page: member } = await openWindow(browser);
  await member.goto(`${server.address}/signin`);
  await member.getByRole('heading', { name: 'No sign-in method is on' }).waitFor();
  await setSignInPolicy(server, { email_password: true });
});

test.each([
  [true, true, 'Anyone registers, gets a personal space at once, and starts at once.'],
  [true, false, 'Anyone registers, and then waits'],
  [false, true, 'Only an invited person registers and activates.'],
  [false, false, 'Only an invited person gets in, and only to the workspace they were invited to.'],
])(
  'accounts by users %s and personal spaces %s is told in words before it is saved',
  async (accounts, spaces, words) => {
    const { page } = await openAdministration(browser, server, '/admin/methods');
    await page.getByRole('switch', { name: 'Allow users to create accounts' }).setChecked(accounts);
    await page.getByRole('switch', { name: /personal spaces/ }).setChecked(spaces);
    await page.getByText(words).waitFor();
  },
);

test('two administrators who save at once: the second sees what the first saved, and keeps their own change', async () => {
  const { page } = await openAdministration(browser, server, '/admin/methods');
  await page.getByRole('switch', { name: 'Email and verification code' }).check();
  await page.getByRole('button', { name: 'Review and save' }).click();
  await page.getByText('Gain a way in: 0').waitFor();
  await setSignInPolicy(server, { allow_registration: true });
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Somebody else saved in the meantime.').waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  expect(await page.getByRole('switch', { name: 'Allow users to create accounts' }).isChecked()).toBe(true);
  expect(await page.getByRole('switch', { name: 'Email and verification code' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Review and save' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved. It holds from the next request on').waitFor();
});

test('a save that does not reach the server keeps what was changed, and says so', async () => {
  const { page } = await openAdministration(browser, server, '/admin/settings');
  await page.getByLabel('Name of the organisation').fill('Acme');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('You are offline.').waitFor();
  expect(await page.getByLabel('Name of the organisation').inputValue()).toBe('Acme');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('Saved. It holds from the next request on.').waitFor();
  const { page: member } = await openWindow(browser);
  await member.goto(`${server.address}/signin`);
  await member.getByRole('heading', { name: 'Sign in to Acme' }).waitFor();
});
