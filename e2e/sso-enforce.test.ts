import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, test } from 'vitest';
import { openAdministration } from './support/administration.ts';
import { expectAccessible, openBrowser, openWindow } from './support/browser.ts';
import { type Connected, connectOidc } from './support/connect-provider.ts';
import { signInAtOidc } from './support/identity-provider.ts';
import { ANN, setUp, signInOnPage } from './support/people.ts';
import { Server } from './support/server.ts';

let browser: Browser;
let server: Server;
let provider: Connected;
beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  server = await Server.start({
    LATCHKEY_SSO_ALLOW_PRIVATE_NETWORKS: 'on',
    LATCHKEY_SSO_PROVEN_DOMAINS: 'example.com',
  });
  await setUp(server);
  provider = await connectOidc(server, {
    people: { ann: { email: ANN.email, email_verified: true, name: 'Ann at Acme' } },
    settings: { domains: ['example.com'] },
  });
});
afterEach(async () => {
  await provider[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
afterAll(() => browser.close());

/** Asks for the enforcement, as far as the last button. */
async function enforce(page: Page): Promise<void> {
  await page.getByRole('switch', { name: 'Enforce single sign-on' }).check();
  await page.getByRole('button', { name: 'Review and save' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Lose their way in: 1').waitFor();
  await drawer.getByLabel('Ends by itself, unless confirmed within').selectOption('15');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
}

async function testConnection(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Test Acme ID' }).click();
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Test connection' }).click();
  const popup = await opened;
  await signInAtOidc(popup, 'ann');
  await popup.getByText('The test passed').waitFor();
  await popup.close();
  await page.goto(`${server.address}/admin/methods`);
}

test('nobody is made to depend on what has not been tested; an enforcement that is confirmed stays', {
  timeout: 180_000,
}, async () => {
  const { page } = await openAdministration(browser, server, '/admin/methods');
  await page.getByText('Test a connection first').waitFor();
  await expectAccessible(page);
  await enforce(page);
  await page.getByRole('dialog').getByText('Test the connection as it is now').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Back' }).click();
  await testConnection(page);
  await enforce(page);
  await page.getByText('The enforcement waits to be confirmed').waitFor();
  await page.getByText(/Ends in 1[45]:\d\d/).waitFor();
  await expectAccessible(page);

  // A password is refused at once; her own provider lets her in, and that confirms it.
  const { page: member } = await openWindow(browser);
  await member.goto(`${server.address}/signin`);
  await member.getByText('Your organisation signs in with single sign-on.').waitFor();
  await expectAccessible(member);
  await member.getByLabel('E-mail address').fill(ANN.email);
  await member.getByRole('button', { name: 'Continue', exact: true }).click();
  await signInAtOidc(member, 'ann');
  await member.getByRole('heading', { name: 'Workspaces' }).waitFor();
  await page.getByText('Single sign-on is enforced, and confirmed').waitFor();
  await expectAccessible(page);

  await server.advance(3_600);
  await member.goto(`${server.address}/signin`);
  const { page: later } = await openWindow(browser);
  await later.goto(`${server.address}/signin`);
  await later.getByText('Your organisation signs in with single sign-on.').waitFor();
});

test('an enforcement that nobody confirms ends by itself, and passwords work as before', {
  timeout: 180_000,
}, async () => {
  const { page } = await openAdministration(browser, server, '/admin/methods');
  await testConnection(page);
  await enforce(page);
  await page.getByText('The enforcement waits to be confirmed').waitFor();
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByText(/no system administrator has confirmed it.* It reverts on /).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'See how to confirm it' }).click();
  await page.getByText('The enforcement waits to be confirmed').waitFor();
  await provider.stop();
  await server.advance(16 * 60);

  const { page: member } = await openWindow(browser);
  await member.goto(`${server.address}/signin`);
  await member.getByLabel('E-mail address').fill('ann@elsewhere.example');
  await member.getByRole('button', { name: 'Continue', exact: true }).click();
  await signInOnPage(member);
  await member.getByRole('heading', { name: 'Workspaces' }).waitFor();
  await page.getByText('The enforcement waits to be confirmed').waitFor({ state: 'detached' });
  await provider.start();
});
