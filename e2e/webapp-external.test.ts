import { startOidcProvider } from '@latchkey/sso/testing';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administer } from './support/administer.ts';
import { openAdministration } from './support/administration.ts';
import { type Application, startApplication } from './support/application.ts';
import { openBrowser, openWindow } from './support/browser.ts';
import { freePort } from './support/free-port.ts';
import { expectGoodLooks } from './support/looks.ts';
import { setUp, signInOnPage } from './support/people.ts';
import { Server } from './support/server.ts';
import { type Published, type Publisher, publisher } from './support/webapps.ts';

let browser: Browser;
let server: Server;
let application: Application;
let provider: Awaited<ReturnType<typeof startOidcProvider>>;
let ann: Publisher;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start({ LATCHKEY_APPS_DOMAIN: 'apps.localhost', LATCHKEY_SSO_ALLOW_PRIVATE_NETWORKS: 'on' });
  application = await startApplication();
  await setUp(server);
  provider = await connectPartners();
  ann = await publisher(server);
});
afterAll(async () => {
  await browser.close();
  await provider.stop();
  await application[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** A real OpenID provider for people without an account, connected as an administrator does. */
async function connectPartners(): ReturnType<typeof startOidcProvider> {
  const act = await administer(server);
  const port = await freePort();
  const client = { client_id: 'latchkey', client_secret: 'a secret' };
  const { callback_url } = await act('POST', '/sso-connections', {
    name: 'Partners',
    enabled: true,
    label: 'Partners',
    logo: null,
    uses: ['webapp_external'],
    domains: [],
    account_creation: { enabled: false, domains: [], workspace_id: null, role: 'normal', group_roles: [] },
    provider: {
      protocol: 'oidc',
      issuer: `http://127.0.0.1:${port}`,
      ...client,
      fields: { subject: null, email: null, name: null, groups: null },
      verified_email: { kind: 'claim', path: 'email_verified' },
    },
  });
  return startOidcProvider({
    clients: [{ ...client, redirect_uris: [String(callback_url)] }],
    people: { pat: { email: 'pat@partner.example', email_verified: true, name: 'Pat Partner' } },
    port,
  });
}

/** Somebody without an account, at the door of an app for external users. */
async function visit(app: Published): Promise<Page> {
  const { page } = await openWindow(browser);
  await page.goto(app.url);
  await page.getByRole('heading', { name: `Sign in to open ${app.name}` }).waitFor();
  return page;
}

/** Signs Pat in at the provider, and consents; any password will do. */
async function signInAtProvider(page: Page): Promise<void> {
  await page.locator('input[name="login"]').fill('pat');
  await page.locator('input[name="password"]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('an administrator chooses the connection, and an app is opened to external users only', {
  timeout: 180_000,
}, async () => {
  const app = await ann.publish('Portal', application.address);
  const { page: admin } = await openAdministration(browser, server, '/admin/webapps');
  await admin.getByLabel('They come through').selectOption('Nobody: apps cannot be opened to external users');
  await admin.getByText('Apps are closed to external users from the next request on.').waitFor();
  const { page: settings } = await openWindow(browser);
  await settings.goto(`${server.address}/webapps/${app.id}`);
  await signInOnPage(settings);
  const drawer = settings.getByRole('dialog');
  await settings.getByRole('button', { name: 'Change who may open it' }).click();
  await drawer.getByText('there is no single sign-on connection for external users').waitFor();
  expect(await drawer.getByRole('radio', { name: 'External users' }).isDisabled()).toBe(true);
  await admin.getByLabel('They come through').selectOption('Partners');
  await admin.getByText('External users come through this connection from now on.').waitFor();
  await expectGoodLooks(admin);

  await settings.reload();
  await settings.getByRole('button', { name: 'Change who may open it' }).click();
  await drawer.getByRole('radio', { name: 'External users' }).check();
  await drawer.getByText('Whoever the identity provider vouches for can open it.').waitFor();
  await drawer.getByRole('button', { name: 'Save who may open it' }).click();
  await settings.getByText('Saved. It holds from the next request on.').waitFor();

  const page = await visit(app);
  expect(await page.getByLabel('Password', { exact: true }).count()).toBe(0);
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Continue with single sign-on' }).click();
  await signInAtProvider(page);
  await page.getByRole('heading', { name: 'The wiki' }).waitFor();
  expect(page.url()).toBe(`${app.url}/`);
  expect(application.received.findLast(({ url }) => url === '/')?.headers).toMatchObject({
    'x-latchkey-email': 'pat@partner.example',
    'x-latchkey-name': 'Pat Partner',
  });
  await page.goto(`${server.address}/account`);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
});

test('an external user appears with their last visit, and is refused one by one, out of what is open too', {
  timeout: 180_000,
}, async () => {
  const app = await ann.publish('Exhibit', application.address, { access_mode: 'sso_verified' });
  const page = await visit(app);
  await page.getByRole('button', { name: 'Continue with single sign-on' }).click();
  await signInAtProvider(page);
  await page.locator('#stream', { hasText: 'open' }).waitFor();

  const { page: admin } = await openAdministration(browser, server, '/admin/external-users');
  await admin
    .getByRole('row', { name: /Pat Partner/ })
    .getByText('Open to them')
    .waitFor();
  await expectGoodLooks(admin);
  await admin.getByRole('button', { name: 'Refuse Pat Partner' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click();
  await admin.getByText('The apps are closed to Pat Partner.').waitFor();
  await page.locator('#stream', { hasText: 'cut' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Exhibit is closed to you' }).waitFor();
  await expectGoodLooks(page);

  await admin.getByRole('button', { name: 'Let Pat Partner in again' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Let in again' }).click();
  await admin.getByText('The apps are open to Pat Partner again.').waitFor();
  await page.goto(app.url);
  await page.locator('#stream', { hasText: 'open' }).waitFor();
});

test('whoever turns round at the provider is told so at the door, and can try again', async () => {
  const app = await ann.publish('Annex', application.address, { access_mode: 'sso_verified' });
  const page = await visit(app);
  await page.getByRole('button', { name: 'Continue with single sign-on' }).click();
  await page.getByRole('link', { name: '[ Cancel ]' }).click();
  await page.getByRole('heading', { name: 'Sign in to open Annex' }).waitFor();
  await page.getByText('Your identity provider did not let you in').waitFor();
  await page.getByRole('button', { name: 'Continue with single sign-on' }).click();
  await signInAtProvider(page);
  await page.getByRole('heading', { name: 'The wiki' }).waitFor();
});
