import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, openBrowser, openWindow } from './support/browser.ts';
import { type Connected, connectOidc } from './support/connect-provider.ts';
import { signInAtOidc } from './support/identity-provider.ts';
import { ANN, setUp, Visitor } from './support/people.ts';
import { Server } from './support/server.ts';
import { setSignInPolicy } from './support/sign-in-policy.ts';
import { Machine } from './support/terminal.ts';

let browser: Browser;
let server: Server;
let provider: Connected;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start({ LATCHKEY_SSO_ALLOW_PRIVATE_NETWORKS: 'on' });
  await setUp(server);
  provider = await connectOidc(server, {
    people: {
      dee: { email: 'dee@example.net', email_verified: true, name: 'Dee' },
      eve: { email: 'eve@elsewhere.example', email_verified: true, name: 'Eve' },
      ann: { email: ANN.email, email_verified: true, name: 'Ann at Acme' },
    },
    settings: {
      uses: ['workspace', 'webapp_external'],
      account_creation: {
        enabled: true,
        domains: ['example.net'],
        workspace_id: null,
        role: 'normal',
        group_roles: [],
      },
    },
  });
  await setSignInPolicy(server, { email_password: false, create_personal_spaces: true });
});
afterAll(async () => {
  await browser.close();
  await provider[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

test('a person without a password approves a terminal through the provider, and returns to the pending code', async () => {
  using machine = new Machine();
  const { terminal, userCode } = await machine.startSignIn(server.address);
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/device?user_code=${userCode}`);
  await page.getByRole('heading', { name: 'Who approves this terminal?' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Sign in to my account' }).click();
  await page.getByText(/Then decide about the terminal that shows /).waitFor();
  await page.getByRole('link', { name: 'Continue with Acme ID' }).click();
  await signInAtOidc(page, 'dee');
  await page.getByRole('heading', { name: 'A terminal asks to sign in as you' }).waitFor();
  await page.getByText('dee@example.net').waitFor();
  await page.getByRole('button', { name: 'Approve this terminal' }).click();
  await page.getByRole('heading', { name: 'The terminal is signed in' }).waitFor();
  await terminal.shows(/dee@example\.net/);
  expect(await terminal.exit()).toBe(0);
});

test('somebody without an account approves a terminal through the provider, which gets no account', async () => {
  using machine = new Machine();
  const { terminal, userCode } = await machine.startSignIn(server.address);
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/device?user_code=${userCode}`);
  await page.getByRole('link', { name: 'I have no account here: use single sign-on' }).click();
  await signInAtOidc(page, 'eve');
  await page.getByRole('heading', { name: 'A terminal asks to act for you' }).waitFor();
  await page.getByText('eve@elsewhere.example').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Approve this terminal' }).click();
  await page.getByRole('heading', { name: 'The terminal is signed in' }).waitFor();
  await terminal.shows(/eve@elsewhere\.example/);
  expect(await terminal.exit()).toBe(0);
});

test('whose address belongs to an account is sent to that account', async () => {
  const asked = await new Visitor(server.address).post('/openapi/v1/oauth/device/code', {
    client_id: 'difyctl',
    device_label: 'difyctl on laptop',
  });
  const { user_code } = await asked.json();
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/device?user_code=${user_code}`);
  await page.getByRole('link', { name: 'I have no account here: use single sign-on' }).click();
  await signInAtOidc(page, 'ann');
  await page.getByText('You have an account here').waitFor();
  await expectAccessible(page);
});

test('a sign-in at the provider that is over says how to start again', async () => {
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/device?sso_verified=1`);
  await page.getByRole('heading', { name: 'This sign-in does not hold any more' }).waitFor();
  await expectAccessible(page);
});
