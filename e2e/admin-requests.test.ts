import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAdministration } from './support/administration.ts';
import { openBrowser } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { Mailbox } from './support/mailbox.ts';
import { ANN, setUp, Visitor } from './support/people.ts';
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
  await setSignInPolicy(server, { allow_registration: true });
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

/** Registers, and asks for a workspace. */
async function ask(name: string): Promise<typeof ANN> {
  const person = { ...ANN, name, email: `${name.toLowerCase()}@example.com` };
  await register(server, mailbox, person);
  const visitor = new Visitor(server.address);
  await visitor.signIn(person);
  const asked = { message: `${name} starts on Monday.` };
  expect((await visitor.post('/console/api/access-request', asked)).status).toBe(200);
  return person;
}

test('whoever asks for a workspace is seen on the overview, taken in, and can sign in at once', async () => {
  const nia = await ask('Nia');
  const { page } = await openAdministration(browser, server);
  await page.getByText('People ask for a workspace: 1.').waitFor();
  await page.getByRole('link', { name: 'Answer them' }).click();
  await page.getByText('Nia starts on Monday.').waitFor();
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Answer Nia' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Take them in' }).click();
  await drawer.getByText('Choose a workspace').last().waitFor();
  await drawer.getByLabel('Workspace').selectOption({ index: 1 });
  await drawer.getByRole('button', { name: 'Take them in' }).click();
  await page.getByText('Nia is in the workspace now.').waitFor();
  await page.getByText('Nobody is waiting.').waitFor();
  const visitor = new Visitor(server.address);
  expect(await (await visitor.signIn(nia)).json()).toMatchObject({ result: 'success' });
});

test('a request is declined', async () => {
  await ask('Oto');
  const { page } = await openAdministration(browser, server, '/admin/invitations');
  await page.getByRole('button', { name: 'Answer Oto' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
  await page.getByText('You declined the request of Oto.').waitFor();
});

test('an invitation is sent again with a new link, and revoked', async () => {
  const { page } = await openAdministration(browser, server, '/admin/invitations');
  await page.getByRole('button', { name: 'Invite', exact: true }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('E-mail addresses').fill('pia@example.com');
  await drawer.getByLabel('Workspace').selectOption({ index: 1 });
  await drawer.getByRole('button', { name: 'Check the addresses' }).click();
  await drawer.getByRole('button', { name: 'Send invitations (1)' }).click();
  const first = await drawer.getByLabel('pia@example.com').inputValue();
  await drawer.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Send again: the invitation for pia@example.com' }).click();
  expect(await page.getByLabel('Link of the invitation').inputValue()).not.toBe(first);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Revoke the invitation for pia@example.com' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('The invitation for pia@example.com is revoked.').waitFor();
  await page.getByRole('button', { name: 'Revoke the invitation for pia@example.com' }).waitFor({ state: 'detached' });
});
