import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMember } from './support/add-member.ts';
import { openAdministration } from './support/administration.ts';
import { type Application, startApplication } from './support/application.ts';
import { openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { setUp } from './support/people.ts';
import { Server } from './support/server.ts';
import { publisher } from './support/webapps.ts';

let browser: Browser;
let server: Server;
let application: Application;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start({ LATCHKEY_APPS_DOMAIN: 'apps.localhost' });
  application = await startApplication();
  await setUp(server);
  await addMember(server, { name: 'Mel Ode', email: 'mel@example.com' });
});
// The server’s limits forget, as after a quarter of an hour.
beforeEach(() => server.advance(900));
afterAll(async () => {
  await browser.close();
  await application[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

test('every app is seen, found, switched off for everybody at once, and on again', { timeout: 180_000 }, async () => {
  const ann = await publisher(server);
  await ann.publish('Forecast', application.address);
  const app = await ann.publish('Radio', application.address, { access_mode: 'public' });
  const { page: inside } = await openWindow(browser);
  await inside.goto(app.url);
  await inside.locator('#stream', { hasText: 'open' }).waitFor();

  const { page, errors } = await openAdministration(browser, server, '/admin/webapps');
  await page.getByRole('row', { name: /Forecast/ }).waitFor();
  await page.getByLabel('Find by name, code or workspace').fill('radi');
  await expect.poll(() => page.getByRole('row', { name: /Forecast/ }).count()).toBe(0);
  await page.getByText('CODE.apps.localhost').waitFor();
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Switch off Radio' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click();
  await page.getByText('Radio is switched off.').waitFor();
  await inside.locator('#stream', { hasText: 'cut' }).waitFor();
  await inside.reload();
  await inside.getByRole('heading', { name: 'Radio is switched off' }).waitFor();

  await page.getByRole('button', { name: 'Switch on Radio' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Switch on' }).click();
  await page.getByText('Radio is switched on.').waitFor();
  await inside.goto(app.url);
  await inside.getByRole('heading', { name: 'The wiki' }).waitFor();

  await page.goto(`${server.address}/admin/audit`);
  await page
    .getByRole('row', { name: /WebApp changed/ })
    .first()
    .waitFor();
  expect(errors).toEqual([]);
});

test('a group of the whole instance is made, filled, chosen by a workspace, renamed and deleted', {
  timeout: 180_000,
}, async () => {
  const { page, errors } = await openAdministration(browser, server, '/admin/groups');
  await page.getByText('There is no group yet').waitFor();
  await page.getByRole('button', { name: 'Create group' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name').fill('Everybody in Oslo');
  await drawer.getByRole('button', { name: 'Create group' }).click();
  await page.getByRole('heading', { name: 'Everybody in Oslo', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Add people' }).click();
  await drawer.getByLabel('Find by name or address').fill('mel');
  await drawer.getByRole('button', { name: 'Add Mel Ode' }).click();
  await drawer.getByText('Mel Ode is in Everybody in Oslo now.').waitFor();
  await drawer.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Mel Ode' }).waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Oslo');
  await page.getByRole('button', { name: 'Save name' }).click();
  await page.getByRole('heading', { name: 'Oslo', level: 1, exact: true }).waitFor();
  await expectGoodLooks(page);

  const ann = await publisher(server);
  const { id } = await ann.group('Of a workspace');
  await page.getByRole('link', { name: 'All groups' }).click();
  await page.getByRole('row', { name: /Oslo/ }).getByText('Whole instance').waitFor();
  await page.getByRole('link', { name: 'Of a workspace' }).waitFor();
  await page.goto(`${server.address}/admin/groups/${id}`);
  await page.getByText('Of the workspace Ann Lee').waitFor();

  await page.getByRole('link', { name: 'All groups' }).click();
  await page.getByRole('link', { name: 'Oslo' }).click();
  await page.getByRole('button', { name: 'Take out Mel Ode' }).click();
  await page.getByText('Mel Ode is out of the group.').waitFor();
  await page.getByRole('button', { name: 'Delete group' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete group' }).click();
  await page.getByRole('link', { name: 'Of a workspace' }).waitFor();
  expect(await page.getByRole('link', { name: 'Oslo' }).count()).toBe(0);
  expect(errors).toEqual([]);
});

test('the list of external users says who will appear there', { timeout: 180_000 }, async () => {
  const { page } = await openAdministration(browser, server, '/admin/external-users');
  await page.getByText('Nobody has come yet').waitFor();
  await expectGoodLooks(page);
});
