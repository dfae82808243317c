import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember } from './support/add-member.ts';
import { openAdministration } from './support/administration.ts';
import { expectAccessible, openBrowser, openWindow } from './support/browser.ts';
import { type Connected, connectOidc } from './support/connect-provider.ts';
import { signInAtOidc, signOutAtOidc } from './support/identity-provider.ts';
import { inviteByLink, WORKSPACE } from './support/invite.ts';
import { ANN, setUp, signInOnPage } from './support/people.ts';
import { Server } from './support/server.ts';

const CAL = { name: 'Cal Ito', email: 'cal@example.com' };
const FAY = 'fay@example.com';
const BO = { name: 'Bo Lindqvist', email: 'bo@example.com', password: ANN.password };

let browser: Browser;
let server: Server;
let provider: Connected;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start({ LATCHKEY_SSO_ALLOW_PRIVATE_NETWORKS: 'on' });
  await setUp(server);
  await addMember(server, BO);
  provider = await connectOidc(server, {
    people: {
      bo: { email: BO.email, email_verified: true, name: 'Bo at Acme' },
      dee: { email: 'dee@example.net', email_verified: true, name: 'Dee' },
      ann: { email: ANN.email, email_verified: true, name: 'Ann at Acme' },
      cal: { email: CAL.email, email_verified: true, name: 'Cal at Acme' },
      fay: { email: FAY, email_verified: true, name: 'Fay Okoro' },
      eve: { email: 'eve@elsewhere.example', email_verified: true, name: 'Eve' },
    },
    settings: {
      uses: ['workspace', 'administration'],
      domains: ['example.net'],
      signs_out_at_provider: true,
      account_creation: {
        enabled: true,
        domains: ['example.net'],
        workspace_id: null,
        role: 'normal',
        group_roles: [],
      },
    },
  });
});
afterAll(async () => {
  await browser.close();
  await provider[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

test('an address leads to its provider, and the first sign-in makes an account', async () => {
  const { page, errors } = await openWindow(browser);
  await page.goto(`${server.address}/signin`);
  await page.getByRole('link', { name: 'Continue with Acme ID' }).waitFor();
  await expectAccessible(page);
  await page.getByLabel('E-mail address').fill('dee@example.net');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await signInAtOidc(page, 'dee');
  await page.getByText('You are not in a workspace yet').waitFor();
  expect(errors).toEqual([]);
});

test('an address of another domain is asked for a password, and the address is not typed twice', async () => {
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/signin`);
  await page.getByLabel('E-mail address').fill(BO.email);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByLabel('Password', { exact: true }).fill(BO.password);
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(BO.email);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
});

test('whoever has an account proves it before the provider is linked to it, and comes back to where they wanted', async () => {
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/signin?redirect_url=/account`);
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await signInAtOidc(page, 'bo');
  await page.getByRole('heading', { name: 'Is one of the accounts here yours?' }).waitFor();
  await expectAccessible(page);
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(BO.email);
  await page.getByLabel('Password', { exact: true }).fill(BO.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Link Acme ID to your account?' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Link it', exact: true }).click();
  await page.getByRole('heading', { name: 'Acme ID is linked' }).waitFor();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'Sign-in with a provider' }).waitFor();
  await page.getByRole('button', { name: 'Unlink Acme ID' }).waitFor();

  // From then on the provider is enough.
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
});

test('signing out leads on to the provider, which asks anew who comes back', async () => {
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/signin`);
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await signInAtOidc(page, 'bo');
  await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  await page.goto(`${server.address}/account`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signOutAtOidc(page);
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await page.locator('input[name="login"]').waitFor();
});

test('an invited person joins by signing in with the provider, and keeps that as their last way in', async () => {
  const link = await inviteByLink(server, FAY);
  const { page, errors } = await openWindow(browser);
  await page.goto(link);
  await page.getByRole('heading', { name: `Join ${WORKSPACE}` }).waitFor();
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await signInAtOidc(page, 'fay');
  await page.getByRole('link', { name: 'Go to your workspaces' }).click();
  await page.getByText(WORKSPACE).first().waitFor();
  await page.goto(`${server.address}/account`);
  await page.getByText('Your only way in: set a password before you unlink it.').waitFor();
  expect(await page.getByRole('button', { name: 'Unlink Acme ID' }).count()).toBe(0);
  expect(errors).toEqual([]);

  const { page: administration } = await openAdministration(browser, server, `/admin/members?q=${FAY}`);
  await administration.getByRole('link', { name: 'Fay' }).click();
  await administration.getByText('The address was invited.').waitFor();
  await administration.getByRole('button', { name: 'Unlink Acme ID' }).click();
  await administration.getByRole('dialog').getByRole('button', { name: 'Unlink', exact: true }).click();
  await administration.getByText('This is the last way into the account.').waitFor();
  await expectAccessible(administration);
});

test('an identity that is declined is forgotten', async () => {
  await addMember(server, CAL);
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/signin`);
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await signInAtOidc(page, 'cal');
  await page.getByRole('button', { name: 'I have no account here' }).click();
  await page.getByRole('heading', { name: 'Nothing was linked' }).waitFor();
  await page.goto(`${server.address}/signin/link`);
  await page.getByRole('heading', { name: 'Nothing waits to be linked' }).waitFor();
  await expectAccessible(page);
});

test('a person unlinks a provider, and an administrator sees which are linked', async () => {
  const { page: administration } = await openAdministration(browser, server, '/admin/members?q=bo@example.com');
  await administration.getByRole('link', { name: BO.name }).click();
  await administration.getByText('The person proved another way into the account.').waitFor();
  await expectAccessible(administration);

  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/signin`);
  await page.getByLabel('E-mail address').fill(BO.email);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await signInOnPage(page, BO);
  await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  await page.goto(`${server.address}/account`);
  await page.getByRole('button', { name: 'Unlink Acme ID' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unlink', exact: true }).click();
  await page.getByText('Acme ID is unlinked.').waitFor();
  await expectAccessible(page);

  // Linked again from here, without proving anything but being signed in.
  await page.getByRole('button', { name: 'Link Acme ID' }).click();
  await signInAtOidc(page, 'bo');
  await page.getByText('It is linked. From now on you can sign in with it.').waitFor();

  await administration.reload();
  await administration.getByRole('button', { name: 'Unlink Acme ID' }).click();
  await administration.getByRole('dialog').getByRole('button', { name: 'Unlink', exact: true }).click();
  await administration.getByText('Acme ID is unlinked.').waitFor();
  await administration.getByText('None is linked.').waitFor();
});

test('a refused person reads why, and the administrator finds by the reference what the provider had said', async () => {
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/signin`);
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await signInAtOidc(page, 'eve');
  const refusal = page.getByRole('alert');
  await refusal.getByText('you have no account here').waitFor();
  await expectAccessible(page);
  const reference = (await refusal.locator('code').textContent()) ?? '';

  const { page: administration } = await openAdministration(browser, server, '/admin/attempts');
  await administration.getByLabel(/Reference/).fill(reference);
  await administration.getByRole('button', { name: 'Look up' }).click();
  const drawer = administration.getByRole('dialog');
  await drawer.getByText('Known only to the identity provider').waitFor();
  await drawer.getByRole('row', { name: 'email eve@elsewhere.example', exact: true }).waitFor();
  await drawer.getByRole('link', { name: 'Acme ID' }).waitFor();
  await expectAccessible(administration);
});

test('while the provider is down, a person reads so and can come in another way', async () => {
  await provider.stop();
  // It remembers nothing of what the provider had said about itself.
  await server.signal('SIGTERM');
  await server.restart();
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/signin`);
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await page.getByText('Your identity provider does not answer at the moment.').waitFor();
  await provider.start();
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  // It has come back with other keys.
  await signInAtOidc(page, 'dee');
  await page.getByText('You are not in a workspace yet').waitFor();
});

test('what anybody writes into an address of the sign-in page is not said in our name', async () => {
  const { page } = await openWindow(browser);
  const words = new URLSearchParams({ message: 'Call 555-0199', code: 'Call 555-0199', reference: 'call <b>555</b>' });
  await page.goto(`${server.address}/signin?${words}`);
  await page.getByText('Single sign-on did not let you in').waitFor();
  expect(await page.locator('body').textContent()).not.toContain('555');
});

test('a system administrator opens the administration by a provider, and nobody else does', async () => {
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/admin/signin`);
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await signInAtOidc(page, 'ann');
  await page.getByText('may not enter by this door').waitFor();
  await expectAccessible(page);

  // Signed in to a workspace, she links it; the provider has not forgotten her.
  await page.goto(`${server.address}/signin`);
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await page.getByLabel('Password', { exact: true }).fill(ANN.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Link it', exact: true }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  await page.goto(`${server.address}/admin/members`);
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await page.getByRole('heading', { name: 'Members' }).waitFor();
});
