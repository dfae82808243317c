import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { administer } from './support/administer.ts';
import { openAdministration } from './support/administration.ts';
import { openBrowser } from './support/browser.ts';
import { ANN, setUp } from './support/people.ts';
import { Server } from './support/server.ts';

let browser: Browser;
let server: Server;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start();
  await setUp(server);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

test('a workspace is made, renamed, archived, reopened, and deleted only by its name', async () => {
  const { page } = await openAdministration(browser, server, '/admin/workspaces');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name').fill('Resaerch');
  await drawer.getByLabel('Owner’s e-mail address').fill(ANN.email);
  await drawer.getByRole('button', { name: 'Create workspace' }).click();
  await page.getByRole('heading', { name: 'Resaerch', level: 1 }).waitFor();

  await page.getByRole('textbox', { name: 'Name' }).fill('Research');
  await page.getByRole('button', { name: 'Save name' }).click();
  await page.getByRole('heading', { name: 'Research', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await page.getByText('Research is archived.').waitFor();
  await page.getByRole('button', { name: 'Reopen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click();
  await page.getByText('Research is open again.').waitFor();

  await page.getByRole('button', { name: 'Delete workspace' }).click();
  await page.getByLabel('To be sure, type its name: Research').fill('Resaerch');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete workspace' }).click();
  await page.getByText('That is not the name of this workspace.').waitFor();
  await page.getByLabel('To be sure, type its name: Research').fill('Research');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete workspace' }).click();
  await page.getByRole('heading', { name: 'Workspaces', level: 1 }).waitFor();
  await page.getByText('1–1 of 1').waitFor();
});

test('a workspace gets members and another owner, and becomes the one that whoever registers joins', async () => {
  const act = await administer(server);
  await act('POST', '/accounts', { name: 'Kim', email: 'kim@example.com' });
  const made = await act('POST', '/workspaces', { name: 'Everybody', owner_email: ANN.email });
  const { page } = await openAdministration(browser, server, `/admin/workspaces/${made.id}`);
  await page.getByRole('button', { name: 'Add somebody who has an account' }).click();
  await page.getByRole('dialog').getByLabel('Find by name or address').fill('kim');
  await page.getByRole('button', { name: 'Add Kim' }).click();
  await page.getByText('Kim is in Everybody now.').waitFor();
  await page.getByLabel('Role of Kim').selectOption('Admin');
  await page.getByText('Kim: Admin from now on.').waitFor();
  await page.getByRole('button', { name: 'Make owner: Kim' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make owner' }).click();
  await page.getByText('Kim: Owner from now on.').waitFor();

  await page.getByRole('switch', { name: 'For new members' }).click();
  await page.getByText('Whoever registers joins Everybody from now on.').waitFor();
  expect(await act('GET', `/workspaces/${made.id}`)).toMatchObject({
    is_default: true,
    owner: { email: 'kim@example.com' },
  });
});

test('an API key is shown once, does what it may, and stops when it is revoked', async () => {
  const { page } = await openAdministration(browser, server, '/admin/administrators');
  await page.getByRole('button', { name: 'Create API key' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name').fill('nightly report');
  await drawer.getByRole('button', { name: 'Create API key' }).click();
  await drawer.getByText('Choose at least one thing it may do.').waitFor();
  await drawer.getByLabel('See the figures').check();
  await drawer.getByRole('button', { name: 'Create API key' }).click();
  const key = await drawer.getByLabel('API key').inputValue();
  await drawer.getByRole('button', { name: 'I have copied it' }).click();
  expect(await page.content()).not.toContain(key);

  const ask = (path: string) =>
    fetch(`${server.address}/admin-api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask('/overview')).status).toBe(200);
  expect((await ask('/accounts')).status).toBe(403);
  await page.getByRole('button', { name: 'Revoke the key nightly report' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('The key “nightly report” is revoked.').waitFor();
  expect((await ask('/overview')).status).toBe(401);
});
