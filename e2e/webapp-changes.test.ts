import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMember } from './support/add-member.ts';
import { administer } from './support/administer.ts';
import { type Application, startApplication } from './support/application.ts';
import { openBrowser, openWindow } from './support/browser.ts';
import { type ANN, setUp, signInOnPage } from './support/people.ts';
import { Server } from './support/server.ts';
import { type Published, type Publisher, publisher } from './support/webapps.ts';

let browser: Browser;
let server: Server;
let application: Application;
let ann: Publisher;
let cho: typeof ANN;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start({ LATCHKEY_APPS_DOMAIN: 'apps.localhost' });
  application = await startApplication();
  await setUp(server);
  cho = await addMember(server, { name: 'Cho Sen', email: 'cho@example.com' });
});
// The server’s limits forget, as after a quarter of an hour.
beforeEach(async () => {
  await server.advance(900);
  ann = await publisher(server);
});
afterAll(async () => {
  await browser.close();
  await application[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** Cho inside of an app, with a stream and a socket open. */
async function enter(app: Published): Promise<Page> {
  const { page } = await openWindow(browser);
  await page.goto(app.url);
  await signInOnPage(page, cho);
  await page.locator('#stream', { hasText: 'open' }).waitFor();
  await page.locator('#socket', { hasText: 'open' }).waitFor();
  return page;
}

/** Ann on a page of the console; `answeredAt` is when the server last answered a change. */
async function openConsole(path: string): Promise<{ page: Page; answeredAt: () => number }> {
  const { page } = await openWindow(browser);
  let answeredAt = 0;
  page.on('response', (response) => {
    if (/\/(webapps|groups)\//.test(response.url()) && response.request().method() !== 'GET') answeredAt = Date.now();
  });
  await page.goto(server.address + path);
  await signInOnPage(page);
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Sign in' }).waitFor();
  return { page, answeredAt: () => answeredAt };
}

/** The page inside of the app lost its stream and its socket within a second of the change. */
async function expectCut(page: Page, answeredAt: () => number): Promise<void> {
  await page.locator('#stream', { hasText: 'cut' }).waitFor();
  await page.locator('#socket', { hasText: 'cut' }).waitFor();
  const cutAt = await page.evaluate('window.cutAt');
  expect(Number(cutAt) - answeredAt()).toBeLessThan(1000);
}

test('somebody taken out of a group loses what they have open within a second, and the page says how much ended', async () => {
  const group = await ann.group('Readers', cho.email);
  const app = await ann.publish('Library', application.address, { group_ids: [group.id] });
  const page = await enter(app);
  const { page: groupPage, answeredAt } = await openConsole(`/groups/${group.id}`);
  await groupPage.getByRole('button', { name: 'Take out Cho Sen' }).click();
  await groupPage.getByText('Cho Sen is out of the group. Open sessions that this ended: 1.').waitFor();
  await expectCut(page, answeredAt);
  await page.reload();
  await page.getByRole('heading', { name: 'Library is not open to you' }).waitFor();
});

test('a change of the mode says beforehand and afterwards how many it puts out, and they are out within a second', async () => {
  const app = await ann.publish('Studio', application.address, { access_mode: 'private_all' });
  const page = await enter(app);
  const { page: settings, answeredAt } = await openConsole(`/webapps/${app.id}`);
  await settings.getByRole('button', { name: 'Change who may open it' }).click();
  const drawer = settings.getByRole('dialog');
  await drawer.getByText('People who can open it: 2').waitFor();
  await drawer.getByRole('radio', { name: 'Chosen groups and people' }).check();
  await drawer.getByText('Nobody can open it.', { exact: true }).waitFor();
  await drawer.getByText('Saving ends open sessions: 1.').waitFor();
  await drawer.getByRole('button', { name: 'Save who may open it' }).click();
  await settings.getByText('Open sessions that it ended: 1.').waitFor();
  await expectCut(page, answeredAt);
});

test('an app that is switched off closes what is open within a second', async () => {
  const app = await ann.publish('Radio', application.address, { access_mode: 'private_all' });
  const page = await enter(app);
  const { page: settings, answeredAt } = await openConsole(`/webapps/${app.id}`);
  await settings.getByRole('switch', { name: 'Switched on' }).click();
  await expectCut(page, answeredAt);
});

test('an app that is taken down is gone, and so is what was open', async () => {
  const app = await ann.publish('Popup', application.address, { access_mode: 'private_all' });
  const page = await enter(app);
  const { page: settings, answeredAt } = await openConsole(`/webapps/${app.id}`);
  await settings.getByRole('button', { name: 'Take it down for good' }).click();
  await settings.getByRole('dialog').getByRole('button', { name: 'Take it down for good' }).click();
  await settings.getByRole('heading', { name: /^WebApps of / }).waitFor();
  await expectCut(page, answeredAt);
  expect(await settings.getByRole('link', { name: 'Popup', exact: true }).count()).toBe(0);
});

test('somebody banned is out of every app', async () => {
  const app = await ann.publish('Arcade', application.address, { access_mode: 'private_all' });
  const guest = await addMember(server, { name: 'Gus Uhl', email: 'gus@example.com' });
  const { page } = await openWindow(browser);
  await page.goto(app.url);
  await signInOnPage(page, guest);
  await page.locator('#stream', { hasText: 'open' }).waitFor();
  const act = await administer(server);
  const id = await ann.accountOf(guest.email);
  await act('POST', `/accounts/${id}/ban`, {});
  await page.locator('#stream', { hasText: 'cut' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in to open Arcade' }).waitFor();
});
