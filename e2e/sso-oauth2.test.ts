import { startOAuth2Provider } from '@latchkey/sso/testing';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { openAdministration } from './support/administration.ts';
import { openBrowser, openWindow } from './support/browser.ts';
import { signInAtOAuth2 } from './support/identity-provider.ts';
import { expectGoodLooks } from './support/looks.ts';
import { setUp } from './support/people.ts';
import { Server } from './support/server.ts';
import { setSignInPolicy } from './support/sign-in-policy.ts';

let browser: Browser;
let server: Server;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start({ LATCHKEY_SSO_ALLOW_PRIVATE_NETWORKS: 'on' });
  await setUp(server);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

test('a provider of GitHub’s kind vouches for the address that is primary and verified there, and for no other', {
  timeout: 180_000,
}, async () => {
  const { page } = await openAdministration(browser, server, '/admin/sso/new?kind=github');
  const provider = await startOAuth2Provider({
    client: {
      id: 'latchkey',
      secret: 'a secret',
      redirectUris: [await page.getByLabel('Redirect address').inputValue()],
    },
    people: { gil: { id: 4711, login: 'gil', name: 'Gil' }, hal: { id: 4712, login: 'hal', name: 'Hal' } },
    emails: {
      gil: [
        { email: 'old@example.org', primary: false, verified: true },
        { email: 'gil@example.org', primary: true, verified: true },
      ],
      hal: [{ email: 'hal@example.org', primary: true, verified: false }],
    },
  });
  // The preset knows GitHub's own addresses; this one stands elsewhere.
  await page.getByLabel('Authorization address').fill(provider.authorizationUrl);
  await page.getByLabel('Token address').fill(provider.tokenUrl);
  await page.getByLabel('User-info address').fill(provider.userInfoUrl);
  await page.getByLabel('Address of mail addresses').fill(provider.emailsUrl);
  await page.getByLabel('Client ID').fill('latchkey');
  await page.getByLabel('Client secret').fill('a secret');
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Set up the connection' }).click();
  await page.getByText('The connection is set up. Now test it.').waitFor();
  await page.getByRole('switch', { name: 'Create accounts at the first sign-in' }).check();
  await page.getByRole('button', { name: 'Save connection' }).click();
  await page.getByText('Saved. It holds from the next request on.').waitFor();
  await setSignInPolicy(server, { sso: true, create_personal_spaces: true });

  const { page: gil } = await openWindow(browser);
  await gil.goto(`${server.address}/signin`);
  await gil.getByRole('link', { name: 'Continue with GitHub' }).click();
  await signInAtOAuth2(gil, 'gil');
  await gil.getByText("Gil's Workspace").waitFor();
  await gil.goto(`${server.address}/account`);
  await gil.getByText('gil@example.org').first().waitFor();

  // Nobody vouches for Hal's address: it makes no account.
  const { page: hal } = await openWindow(browser);
  await hal.goto(`${server.address}/signin`);
  await hal.getByRole('link', { name: 'Continue with GitHub' }).click();
  await signInAtOAuth2(hal, 'hal');
  await hal.getByRole('heading', { name: 'Is one of the accounts here yours?' }).waitFor();
  await provider.stop();
});
