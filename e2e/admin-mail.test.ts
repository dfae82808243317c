import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administer } from './support/administer.ts';
import { openAdministration } from './support/administration.ts';
import { openBrowser, openWindow } from './support/browser.ts';
import { Mailbox } from './support/mailbox.ts';
import { ANN, setUp } from './support/people.ts';
import { Server } from './support/server.ts';

let browser: Browser;
let mailbox: Mailbox;
let server: Server;
beforeAll(async () => {
  browser = await openBrowser();
  mailbox = await Mailbox.open();
  server = await Server.start();
  await setUp(server);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

test('without a mail server a letter is opened, its link handed over, and the opening written down', async () => {
  const act = await administer(server);
  const { id } = await act('POST', '/accounts', { name: 'Mia', email: 'mia@example.com' });
  await act('POST', `/accounts/${id}/password-reset`, { kind: 'link' });
  const { page } = await openAdministration(browser, server);
  await page.getByText('Letters wait because there is no mail server: 1.').waitFor();
  await page.getByRole('link', { name: 'Open the letters' }).click();
  await page.getByText('There is no mail server, and everything works all the same').waitFor();
  await page.getByRole('button', { name: 'Password reset link' }).click();
  const link = await page.getByLabel('Link to hand over').inputValue();
  const { page: member } = await openWindow(browser);
  await member.goto(link);
  await member.getByLabel('New password').waitFor();

  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.getByRole('button', { name: 'Letter opened' }).waitFor();
});

test('a mail server is set, tested, and named with what is wrong when it does not answer', async () => {
  const { hostname, port } = new URL(String(mailbox.env.LATCHKEY_SMTP_URL));
  const { page } = await openAdministration(browser, server, '/admin/mail');
  await page.getByLabel('Server', { exact: true }).fill(hostname);
  await page.getByLabel('Encryption').selectOption('None');
  await page.getByLabel('Port').fill('1');
  await page.getByLabel('Sender’s address').fill('latchkey@example.com');
  await page.getByRole('button', { name: 'Save mail server' }).click();
  await page.getByRole('button', { name: 'Send test letter' }).click();
  await page.getByText('Nothing answers at this address and port.').waitFor();
  await page.getByLabel('Port').fill(port);
  await page.getByRole('button', { name: 'Save mail server' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Send test letter' }).click();
  await page.getByText('The mail server took the letter').waitFor();
  expect((await mailbox.letterTo(ANN.email)).text).toContain('Ann Lee');
});

test('the audit log shows what a setting was before and after, and exports whole', async () => {
  const { page } = await openAdministration(browser, server, '/admin/settings');
  await page.getByLabel('Shortest password').fill('7');
  await page.getByText('A whole number from 8 to 64.').waitFor();
  await page.getByLabel('Shortest password').fill('12');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('Saved. It holds from the next request on.').waitFor();

  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.getByLabel('What happened').selectOption('Settings');
  await page.waitForURL(/action=settings/);
  await page.getByRole('button', { name: 'Settings changed' }).click();
  await page.getByRole('row', { name: /passwordMinLength 8 12/ }).waitFor();
  await page.getByRole('button', { name: 'Close' }).click();

  const lines = await exported(page, 'Export JSON lines');
  expect(lines.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(lines)).toMatchObject({ action: 'settings.changed' });
  expect(await exported(page, 'Export CSV')).toContain('settings.changed');
});

async function exported(page: Page, button: string): Promise<string> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await saving).path(), 'utf8');
}
