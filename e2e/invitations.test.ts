import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser, openWindow } from './support/browser.ts';
import { invite, makeFormerMember, WORKSPACE } from './support/invite.ts';
import { expectGoodLooks } from './support/looks.ts';
import { Mailbox } from './support/mailbox.ts';
import { ANN, setUp, signInOnPage, Visitor } from './support/people.ts';
import { register } from './support/register.ts';
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

async function fillAccount(page: Page, person: typeof ANN): Promise<void> {
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('Time zone').selectOption('Europe/Paris');
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: `Join ${WORKSPACE}` }).click();
}

describe('somebody who has no account', () => {
  test('comes by the letter, sets a name and a password, and is in', async () => {
    const { mailed } = await invite(server, mailbox, 'bo@example.com');
    const { page, errors } = await openWindow(browser);
    await page.goto(mailed);
    await page.getByRole('heading', { name: `Join ${WORKSPACE}` }).waitFor();
    expect(page.url()).toBe(`${server.address}/activate`);
    await expectGoodLooks(page);
    await fillAccount(page, { ...ANN, name: 'Bo Chen' });
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
    await page.getByText('You are editor').waitFor();
    expect(errors).toEqual([]);
  });

  test('comes by a copied link, and proves the address before a password can be set', async () => {
    const { copied, mailed } = await invite(server, mailbox, 'cy@example.com');
    expect(copied).not.toBe(mailed);
    const { page } = await openWindow(browser);
    await page.goto(copied);
    await page.getByText('First prove with a code that cy@example.com is yours.').waitFor();
    expect(await page.getByLabel('Password', { exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    const { code } = await mailbox.letterTo('cy@example.com');
    const field = page.getByLabel('Code from the letter');
    await field.fill(code === '123456' ? '654321' : '123456');
    await fillAccount(page, { ...ANN, name: 'Cy Diaz' });
    await page.getByText(/This code is not right\..*\s+Reference/).waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Cy Diaz');
    await expectGoodLooks(page);
    await field.fill(code);
    await page.getByRole('button', { name: `Join ${WORKSPACE}` }).click();
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  });

  test('is told that a common password will not do', async () => {
    const { mailed } = await invite(server, mailbox, 'di@example.com');
    const { page } = await openWindow(browser);
    await page.goto(mailed);
    await fillAccount(page, { ...ANN, name: 'Di Evans', password: 'password1' });
    await page.getByText('This is among the first passwords that are guessed.').waitFor();
    expect((await new Visitor(server.address).signIn({ ...ANN, email: 'di@example.com' })).status).toBe(401);
  });

  test.each([
    ['zh-CN', `加入 ${WORKSPACE}`],
    ['ja-JP', `${WORKSPACE} に参加`],
  ])('reads the invitation in a browser set to %s', async (locale, heading) => {
    const { mailed } = await invite(server, mailbox, `${locale.toLowerCase()}@example.com`);
    const { page } = await openWindow(browser, { locale });
    await page.goto(mailed);
    await page.getByRole('heading', { name: heading }).waitFor();
    await expectGoodLooks(page);
  });
});

describe('somebody who has an account', () => {
  test('is asked, not silently joined', async () => {
    const flo = await makeFormerMember(server, mailbox, 'Flo');
    const { mailed } = await invite(server, mailbox, flo.email);
    const { page } = await openWindow(browser);
    await page.goto(mailed);
    await page.getByRole('heading', { name: `You are invited to ${WORKSPACE}` }).waitFor();
    await expectGoodLooks(page);
    await page.getByRole('link', { name: 'Sign in to answer' }).click();
    await signInOnPage(page, flo);
    await page.getByRole('heading', { name: 'You are invited' }).waitFor();
    await page.getByRole('button', { name: `Join ${WORKSPACE}` }).click();
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  });

  test('finds it on top of the workspaces, and by its link is asked too', async () => {
    const kit = { ...ANN, name: 'Kit', email: 'kit@example.com' };
    await setSignInPolicy(server, { allow_registration: true, create_personal_spaces: true });
    await register(server, mailbox, kit);
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/signin`);
    await signInOnPage(page, kit);
    await page.getByText("Kit's Workspace").waitFor();

    await invite(server, mailbox, kit.email);
    await page.reload();
    await page.getByRole('heading', { name: 'Invitations that wait for you' }).waitFor();
    await page.getByText(`${ANN.name} invites you as editor`).waitFor();
    await expectGoodLooks(page);
    await page.getByRole('button', { name: `Decline ${WORKSPACE}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
    await page.getByText(`You declined the invitation to ${WORKSPACE}.`).waitFor();

    const { copied } = await invite(server, mailbox, kit.email);
    await page.goto(copied);
    await page.getByRole('heading', { name: `Join ${WORKSPACE} as editor?` }).waitFor();
    await expectGoodLooks(page);
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByRole('heading', { name: `You are in ${WORKSPACE}` }).waitFor();
    await page.getByRole('link', { name: 'Go to your workspaces' }).click();
    await page.getByText(WORKSPACE).first().waitFor();
  });

  test('who is signed in as somebody else is told so, and can switch', async () => {
    const { mailed } = await invite(server, mailbox, 'gus@example.com');
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/signin`);
    await signInOnPage(page);
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
    await page.goto(mailed);
    await page.getByRole('heading', { name: 'This invitation is for somebody else' }).waitFor();
    await page.getByText(`It is for gus@example.com. You are signed in as ${ANN.email}.`).waitFor();
    await expectGoodLooks(page);
    await page.getByRole('button', { name: 'Sign out and go on' }).click();
    await page.getByRole('heading', { name: `Join ${WORKSPACE}` }).waitFor();
  });
});
