import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openBrowser, openWindow } from './support/browser.ts';
import { invite, makeFormerMember, WORKSPACE } from './support/invite.ts';
import { expectGoodLooks } from './support/looks.ts';
import { Mailbox } from './support/mailbox.ts';
import { ANN, setUp, Visitor } from './support/people.ts';
import { Server } from './support/server.ts';

let browser: Browser;
let mailbox: Mailbox;
let server: Server;
beforeAll(async () => {
  browser = await openBrowser();
  mailbox = await Mailbox.open();
  server = await Server.start(mailbox.env);
  await setUp(server);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

describe('a link that leads nowhere says why', () => {
  const shows = async (link: string, heading: string): Promise<void> => {
    const { page } = await openWindow(browser);
    await page.goto(link);
    await page.getByRole('heading', { name: heading }).waitFor();
    await expectGoodLooks(page);
    await page.context().close();
  };

  test('accepted, revoked, expired, unknown', async () => {
    const accepted = await invite(server, mailbox, 'hal@example.com');
    const { page } = await openWindow(browser);
    await page.goto(accepted.mailed);
    await page.getByLabel('Your name').fill('Hal');
    await page.getByLabel('Password', { exact: true }).fill(ANN.password);
    await page.getByRole('button', { name: `Join ${WORKSPACE}` }).click();
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
    await shows(accepted.mailed, 'This invitation was accepted already');

    const ida = await makeFormerMember(server, mailbox, 'Ida');
    const revoked = await invite(server, mailbox, ida.email);
    const ann = new Visitor(server.address);
    await ann.signIn();
    const { data } = await (await ann.get('/console/api/workspaces/current/invitations')).json();
    const { id } = data.find(({ email }: { email: string }) => email === ida.email);
    await ann.delete(`/console/api/workspaces/current/invitations/${id}`);
    await shows(revoked.mailed, 'This invitation was taken back');

    const expired = await invite(server, mailbox, 'joy@example.com');
    await server.advance(72 * 3600 + 1);
    await shows(expired.mailed, 'This invitation has expired');
    await shows(`${server.address}/activate?token=unknown`, 'This is not an invitation we know');
  });
});
