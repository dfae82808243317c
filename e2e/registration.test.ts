import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { Mailbox } from './support/mailbox.ts';
import { ANN, setUp, signInOnPage, Visitor } from './support/people.ts';
import { Server } from './support/server.ts';
import { setSignInPolicy } from './support/sign-in-policy.ts';

let browser: Browser;
let mailbox: Mailbox;
let server: Server;
beforeAll(async () => {
  browser = await openBrowser();
  mailbox = await Mailbox.open();
  server = await Server.start(mailbox.env);
  await setUp(server);
});
// The server’s limits forget, as after a quarter of an hour.
beforeEach(() => server.advance(900));
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

/** From the sign-in page to the end of registering. */
async function register(page: Page, person: typeof ANN): Promise<void> {
  await page.goto(`${server.address}/signin`);
  await page.getByRole('link', { name: 'Create one' }).click();
  await page.getByRole('heading', { name: 'Create an account' }).waitFor();
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code from the letter').fill((await mailbox.letterTo(person.email)).code);
  await page.getByRole('heading', { name: 'Choose a name and a password' }).waitFor();
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Create the account' }).click();
}

describe('while anybody may create an account', () => {
  test('with a personal space for each, a person starts at once', async () => {
    await setSignInPolicy(server, { allow_registration: true, create_personal_spaces: true });
    const { page, errors } = await openWindow(browser);
    await register(page, { ...ANN, name: 'Bo Chen', email: 'bo@example.com' });
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
    await page.getByText("Bo Chen's Workspace").waitFor();
    expect(errors).toEqual([]);
  });

  test('without one, a person waits, asks for access, and looks again', async () => {
    await setSignInPolicy(server, { allow_registration: true, create_personal_spaces: false });
    const cy = { ...ANN, name: 'Cy Diaz', email: 'cy@example.com' };
    const { page } = await openWindow(browser);
    await register(page, cy);
    await page.getByRole('heading', { name: 'You are not in a workspace yet' }).waitFor();
    await expectGoodLooks(page);
    await page.getByLabel('Message to the administrators').fill('I start on Monday.');
    await page.getByRole('button', { name: 'Ask for access' }).click();
    await page.getByText(/^You asked /).waitFor();
    const told = await mailbox.letterTo(ANN.email, 'Cy Diaz');
    expect(told.text).toContain('I start on Monday.');
    await page.getByRole('blockquote').getByText('I start on Monday.').waitFor();
    await expectGoodLooks(page);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('There is no invitation yet.').waitFor();

    const ann = new Visitor(server.address);
    await ann.signIn();
    const invited = { emails: [cy.email], role: 'normal', language: 'en-US' };
    await ann.post('/console/api/workspaces/current/members/invite-email', invited);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('heading', { name: 'You are invited' }).waitFor();
    await expectGoodLooks(page);
    await page.getByRole('button', { name: "Join Ann Lee's Workspace" }).click();
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
    await page.getByText('You are a member').waitFor();
  });

  test('a person who waits comes back to the same page by signing in', async () => {
    await setSignInPolicy(server, { allow_registration: true, create_personal_spaces: false });
    const di = { ...ANN, name: 'Di Evans', email: 'di@example.com' };
    await register((await openWindow(browser)).page, di);
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/signin`);
    await signInOnPage(page, di);
    await page.getByRole('heading', { name: 'You are not in a workspace yet' }).waitFor();
    await page.getByText(di.email).waitFor();
  });

  test('an address that has an account is shown the same, and its owner is told by letter', async () => {
    await setSignInPolicy(server, { allow_registration: true });
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/signup`);
    await page.getByLabel('E-mail address').fill(ANN.email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.getByRole('heading', { name: 'Enter the code' }).waitFor();
    const letter = await mailbox.letterTo(ANN.email, 'account');
    expect(letter.text).not.toMatch(/\b\d{6}\b/);
    expect(letter.link('/signin')).toMatch(/\/signin$/);
  });

  test.each([
    ['zh-CN', '创建账号', '给我发送验证码'],
    ['ja-JP', 'アカウントの作成', 'コードを送る'],
  ])('a browser set to %s registers in its language', async (locale, heading, button) => {
    await setSignInPolicy(server, { allow_registration: true });
    const { page } = await openWindow(browser, { locale });
    await page.goto(`${server.address}/signup`);
    await page.getByRole('heading', { name: heading }).waitFor();
    await page.getByRole('button', { name: button }).waitFor();
    await expectGoodLooks(page);
  });
});

test('while accounts are created by invitation only, the page says whom to ask', async () => {
  await setSignInPolicy(server, { allow_registration: false });
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/signin`);
  await page.getByRole('link', { name: 'Forgot your password?' }).waitFor();
  expect(await page.getByRole('link', { name: 'Create one' }).count()).toBe(0);
  await page.goto(`${server.address}/signup`);
  await page.getByRole('heading', { name: 'Accounts are created by invitation here' }).waitFor();
  await expectGoodLooks(page);
});
