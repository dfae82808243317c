import { startNameServer, startOidcProvider } from '@latchkey/sso/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAdministration } from './support/administration.ts';
import { expectAccessible, openBrowser, openWindow } from './support/browser.ts';
import { freePort } from './support/free-port.ts';
import { signInAtOidc } from './support/identity-provider.ts';
import { expectGoodLooks } from './support/looks.ts';
import { ANN, setUp } from './support/people.ts';
import { Server } from './support/server.ts';
import { setSignInPolicy } from './support/sign-in-policy.ts';

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle cx="10" cy="10" r="9" fill="teal"/></svg>';

let browser: Browser;
let server: Server;
const records = new Map<string, string[]>();
let names: Awaited<ReturnType<typeof startNameServer>>;
beforeAll(async () => {
  browser = await openBrowser();
  names = await startNameServer(records);
  server = await Server.start({
    LATCHKEY_SSO_ALLOW_PRIVATE_NETWORKS: 'on',
    LATCHKEY_DNS_SERVERS: names.address,
  });
  await setUp(server);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  await names[Symbol.asyncDispose]();
});

/** Presses the button; where the test ends in the window that opens. Whoever is signed in at the provider is not asked. */
async function runTest(page: Page, signIn: (popup: Page) => Promise<void>): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: /^Test (connection|again)$/ }).click();
  const popup = await opened;
  await signIn(popup);
  await popup.getByRole('heading', { name: 'Test of Acme ID' }).waitFor();
  return popup;
}

test('an administrator connects a provider, reads in a test why it refuses, mends it, and tests it', {
  timeout: 180_000,
}, async () => {
  const { page, errors } = await openAdministration(browser, server, '/admin/sso');
  await page.getByText('No provider is connected').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Connect a provider' }).click();
  await page.getByRole('heading', { name: 'Connect a provider' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Choose: OpenID Connect' }).click();

  // The provider is told our address before it says anything about itself.
  const callback = await page.getByLabel('Redirect address').inputValue();
  const provider = await startOidcProvider({
    clients: [{ client_id: 'latchkey', client_secret: 'the right secret', redirect_uris: [callback] }],
    people: { ann: { email: ANN.email, email_verified: true, name: 'Ann at Acme' } },
    port: await freePort(),
  });
  await page.getByLabel('Name', { exact: true }).first().fill('Acme ID');
  await page.getByLabel('Words on the button').fill('Acme ID');
  await page.getByLabel('Issuer').fill(provider.issuer);
  await page.getByRole('button', { name: 'Look it up' }).click();
  await page.getByText(`Found ${provider.issuer}.`).waitFor();
  await page.getByLabel('Client ID').fill('latchkey');
  await page.getByRole('button', { name: 'Set up the connection' }).click();
  await page.getByText('Enter the secret, or say that there is none.').waitFor();
  await page.getByLabel('Client secret').fill('a wrong secret');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set up the connection' }).click();
  await page.getByText('The connection is set up. Now test it.').waitFor();
  expect(await page.getByLabel('Redirect address').inputValue()).toBe(callback);
  await expectGoodLooks(page);

  const refused = await runTest(page, (popup) => signInAtOidc(popup, 'ann'));
  await refused.getByText('The provider did not exchange the code for a token.').waitFor();
  await refused.getByText('Compare client ID and client secret with the provider').waitFor();
  await expectGoodLooks(refused);
  await refused.close();
  await page.getByText('Test refused').waitFor();

  await page.getByLabel('Client secret').fill('the right secret');
  await page.getByRole('button', { name: 'Save connection' }).click();
  await page.getByText('Saved. It holds from the next request on.').waitFor();
  await page.getByText('The connection was changed after it.').waitFor();
  const passed = await runTest(page, async () => undefined);
  await passed.getByText('The test passed').waitFor();
  await passed.getByText('Ask the person to prove another way into their account first').waitFor();
  await passed.getByRole('row', { name: `Mail address ${ANN.email} (verified)` }).waitFor();
  await passed.getByRole('row', { name: 'name Ann at Acme', exact: true }).waitFor();
  await expectAccessible(passed);
  // A test signs nobody in.
  expect((await passed.context().cookies()).map(({ name }) => name)).not.toContain('access_token');
  await passed.close();
  await page.getByText('Tested', { exact: true }).waitFor();

  await page.goto(`${server.address}/admin/sso`);
  await page.getByText('Single sign-on is switched off').waitFor();
  await page.getByRole('row', { name: /Acme ID/ }).waitFor();
  await expectAccessible(page);
  expect(errors).toEqual([]);
  await provider.stop();
});

test('the guide beside the form has the addresses of this connection', async () => {
  const { page } = await openAdministration(browser, server, '/admin/sso/new?kind=saml');
  const callback = await page.getByLabel('ACS address (reply URL)').inputValue();
  await page.getByRole('button', { name: 'Okta' }).click();
  const guide = page.getByRole('dialog', { name: 'Guide: Okta' });
  await guide.getByText(callback).waitFor();
  expect(await guide.getByText('Sign-in redirect URIs').count()).toBe(0);
  await expectAccessible(page);
});

test('what an administrator saves meanwhile is not lost under what another one saves', async () => {
  const { page } = await openAdministration(browser, server, '/admin/sso');
  await page.getByRole('link', { name: 'Acme ID' }).click();
  await page.getByLabel('Words on the button').fill('Acme');
  const { page: other } = await openAdministration(browser, server, '/admin/sso');
  await other.getByRole('link', { name: 'Acme ID' }).click();
  await other.getByLabel('Domains').fill('example.com');
  await other.getByRole('button', { name: 'Save connection' }).click();
  await other.getByText('Not proven', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Save connection' }).click();
  await page.getByText('Somebody else saved in the meantime.').waitFor();
  expect(await page.getByLabel('Domains').inputValue()).toBe('example.com');
  expect(await page.getByLabel('Words on the button').inputValue()).toBe('Acme');
  await page.getByRole('button', { name: 'Save connection' }).click();
  await page.getByText('Saved. It holds from the next request on.').waitFor();
});

test('a domain is proven once it publishes what the page shows, and not before', async () => {
  const { page } = await openAdministration(browser, server, '/admin/sso');
  await page.getByRole('link', { name: 'Acme ID' }).click();
  const name = await page.getByLabel('Name of the TXT record').inputValue();
  expect(name).toContain('example.com');
  await page.getByRole('button', { name: 'Look for it now' }).click();
  await page.getByText('The TXT record is not there yet.').waitFor();

  records.set(name, [await page.getByLabel('Its value').inputValue()]);
  await page.getByRole('button', { name: 'Look for it now' }).click();
  await page.getByText('example.com is proven.').waitFor();
  await page.getByText('Proven by DNS', { exact: true }).waitFor();
  await expectAccessible(page);
});

test('a picture that is uploaded is on the button of the sign-in page', async () => {
  const { page } = await openAdministration(browser, server, '/admin/sso');
  await page.getByRole('link', { name: 'Acme ID' }).click();
  const field = page.getByLabel('Picture on the button');
  await field.setInputFiles({ name: 'logo.txt', mimeType: 'text/plain', buffer: Buffer.from('a logo') });
  await page.getByText('This is not a picture of one of those kinds.').waitFor();
  await field.setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(PICTURE) });
  await page.getByRole('button', { name: 'Save connection' }).click();
  await page.getByText('Saved. It holds from the next request on.').waitFor();
  await setSignInPolicy(server, { sso: true });

  const { page: person, errors } = await openWindow(browser);
  await person.goto(`${server.address}/signin`);
  const shown = person.getByRole('link', { name: /^Continue with Acme/ }).locator('img');
  const isDrawn = (image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 0);
  expect(await shown.evaluate(isDrawn)).toBe(true);
  await expectAccessible(person);
  expect(errors).toEqual([]);
});

test('before a connection is deleted, the consequences are told', async () => {
  const { page } = await openAdministration(browser, server, '/admin/sso');
  await page.getByRole('link', { name: 'Acme ID' }).click();
  await page.getByRole('button', { name: 'Delete connection' }).click();
  const question = page.getByRole('dialog', { name: 'Delete Acme ID?' });
  await question.getByText('Identities that came by it, and are deleted with it: 0.').waitFor();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Delete connection' }).click();
  await page.getByText('Acme ID is deleted').waitFor();
  await page.getByText('No provider is connected').waitFor();
});
