import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { Mailbox } from './support/mailbox.ts';
import { ANN, setUp, signInOnPage, Visitor } from './support/people.ts';
import { register } from './support/register.ts';
import { Server } from './support/server.ts';
import { setSignInPolicy } from './support/sign-in-policy.ts';

const BO = { ...ANN, name: 'Bo Chen', email: 'bo@example.com' };

let browser: Browser;
let mailbox: Mailbox;
let server: Server;
beforeAll(async () => {
  browser = await openBrowser();
  mailbox = await Mailbox.open();
  server = await Server.start(mailbox.env);
  await setUp(server);
  await setSignInPolicy(server, { allow_registration: true, create_personal_spaces: true });
  await register(server, mailbox, BO);
});
// The server’s limits forget, as after a quarter of an hour.
beforeEach(() => server.advance(900));
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

const codeField = (page: Page) => page.getByLabel('Code from the letter');

async function openAccount(person: typeof ANN): Promise<Page> {
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/account`);
  await signInOnPage(page, person);
  await page.getByRole('heading', { name: 'Your account' }).waitFor();
  return page;
}

test('a mail address is changed once the old and the new one are proven', async () => {
  const elsewhere = new Visitor(server.address);
  await elsewhere.signIn(BO);
  const page = await openAccount(BO);
  await page.getByRole('button', { name: 'Change the address' }).click();
  await page.getByRole('heading', { name: '1. Prove your present address' }).waitFor();
  await expectGoodLooks(page);
  await codeField(page).fill((await mailbox.letterTo(BO.email)).code);
  await page.getByRole('heading', { name: '2. Enter the new address' }).waitFor();
  await page.getByLabel('New e-mail address').fill(ANN.email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByText(/Another account has this address\.\s+Reference/).waitFor();
  await page.getByLabel('New e-mail address').fill('bo.chen@example.com');
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByRole('heading', { name: '3. Prove the new address' }).waitFor();
  await codeField(page).fill((await mailbox.letterTo('bo.chen@example.com')).code);
  await page.getByText('Your address is now bo.chen@example.com.').waitFor();
  expect((await elsewhere.get('/console/api/account/profile')).status).toBe(401);
  expect((await mailbox.letterTo(BO.email)).text).toContain('bo.chen@example.com');
  expect((await new Visitor(server.address).signIn({ ...BO, email: 'bo.chen@example.com' })).status).toBe(200);
});

test('an account is deleted by its owner with a code, and says before what happens', async () => {
  const page = await openAccount({ ...BO, email: 'bo.chen@example.com' });
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByText('A workspace that you own goes to the member who has been in it longest').waitFor();
  await expectGoodLooks(page);
  await codeField(page).fill((await mailbox.letterTo('bo.chen@example.com', 'delet')).code);
  await page.getByRole('button', { name: 'Delete my account for good' }).click();
  await page.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
  await expectGoodLooks(page);
  expect((await new Visitor(server.address).signIn({ ...BO, email: 'bo.chen@example.com' })).status).toBe(401);
});

test('the last administrator cannot delete their account, and reads why', async () => {
  const page = await openAccount(ANN);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await codeField(page).fill((await mailbox.letterTo(ANN.email, 'delet')).code);
  await page.getByRole('button', { name: 'Delete my account for good' }).click();
  await page.getByRole('alert').getByText('You are the last system administrator who can get in.').waitFor();
});
