import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMember } from './support/add-member.ts';
import { type Application, startApplication } from './support/application.ts';
import { openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { type ANN, setUp, signInOnPage, Visitor } from './support/people.ts';
import { Server } from './support/server.ts';
import { type Published, type Publisher, publisher } from './support/webapps.ts';

let browser: Browser;
let server: Server;
let application: Application;
let ann: Publisher;
let mel: typeof ANN;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start({ LATCHKEY_APPS_DOMAIN: 'apps.localhost' });
  application = await startApplication();
  await setUp(server);
  mel = await addMember(server, { name: 'Mel Ode', email: 'mel@example.com' });
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

async function visit(address: string): Promise<Page> {
  const { page } = await openWindow(browser);
  await page.goto(address);
  return page;
}

/** Ann on the settings page of an app. */
async function openSettings(app: Published): Promise<Page> {
  const page = await visit(`${server.address}/webapps/${app.id}`);
  await signInOnPage(page);
  await page.getByRole('heading', { name: app.name, level: 1 }).waitFor();
  return page;
}

const isInside = (page: Page) => page.getByRole('heading', { name: 'The wiki' }).waitFor();

test('a passphrase is set on the page and opens the app where the visitor was going', {
  timeout: 180_000,
}, async () => {
  const app = await ann.publish('Quiz', application.address, { access_mode: 'public' });
  const settings = await openSettings(app);
  await settings.getByLabel('Passphrase', { exact: true }).fill('short');
  await settings.getByRole('button', { name: 'Set passphrase' }).click();
  await settings.getByText('At least 6 characters.').waitFor();
  await settings.getByLabel('Passphrase', { exact: true }).fill('open sesame');
  await settings.getByRole('button', { name: 'Set passphrase' }).click();
  await settings.getByText('Open sessions that it ended: 0.').waitFor();
  await settings.getByText('One is set.').waitFor();

  const page = await visit(`${app.url}/level/2`);
  await page.getByRole('heading', { name: 'Quiz asks for a passphrase' }).waitFor();
  await page.getByRole('button', { name: 'Open Quiz' }).click();
  await page.getByText('Enter the passphrase.').waitFor();
  await page.getByLabel('Passphrase', { exact: true }).fill('open simsim');
  await page.getByRole('button', { name: 'Open Quiz' }).click();
  await page.getByRole('alert').getByText('This is not the passphrase.').waitFor();
  await expectGoodLooks(page);
  await page.getByLabel('Passphrase', { exact: true }).fill('open sesame');
  await page.keyboard.press('Enter');
  await isInside(page);
  expect(page.url()).toBe(`${app.url}/level/2`);
});

test('a new passphrase is asked of everybody again, and none is asked once it is taken away', async () => {
  const app = await ann.publish('Riddle', application.address, { access_mode: 'public' });
  await ann.ask(app, { passphrase: 'open sesame' });
  const page = await visit(app.url);
  await page.getByLabel('Passphrase', { exact: true }).fill('open sesame');
  await page.keyboard.press('Enter');
  await isInside(page);
  await page.goto(app.url);
  await isInside(page);

  const settings = await openSettings(app);
  await settings.getByLabel('New passphrase').fill('close sesame');
  await settings.getByRole('button', { name: 'Replace passphrase' }).click();
  await settings.getByText('Open sessions that it ended: 1.').waitFor();
  await page.goto(app.url);
  await page.getByRole('heading', { name: 'Riddle asks for a passphrase' }).waitFor();

  await settings.getByRole('button', { name: 'Take the passphrase away' }).click();
  await settings.getByText('One for everybody, asked once in each browser.').waitFor();
  await page.goto(app.url);
  await isInside(page);
});

test('a member proves who they are first, then the passphrase', async () => {
  const app = await ann.publish('Exam', application.address, { access_mode: 'private_all' });
  await ann.ask(app, { passphrase: 'open sesame' });
  const page = await visit(app.url);
  await page.getByRole('heading', { name: 'Sign in to open Exam' }).waitFor();
  await signInOnPage(page, mel);
  await page.getByRole('heading', { name: 'Exam asks for a passphrase' }).waitFor();
  await page.getByLabel('Passphrase', { exact: true }).fill('open sesame');
  await page.keyboard.press('Enter');
  await isInside(page);
  expect(application.received.findLast(({ url }) => url === '/')?.headers['x-latchkey-email']).toBe(mel.email);
});

test('a link is shown once, opens the app until it ends, and lets nobody in once it is revoked', {
  timeout: 180_000,
}, async () => {
  const app = await ann.publish('Preview', application.address, { access_mode: 'public' });
  const settings = await openSettings(app);
  await settings.getByRole('switch', { name: 'Open only by a link' }).click();
  await settings.getByText('No link works at the moment, so nobody gets in.').waitFor();
  await settings.getByRole('button', { name: 'Make a link' }).click();
  const drawer = settings.getByRole('dialog');
  await drawer.getByLabel('What it is for').fill('For the jury');
  await drawer.getByLabel('Ends after').selectOption('an hour');
  await drawer.getByRole('button', { name: 'Make a link' }).click();
  await drawer.getByText('It is shown this once').waitFor();
  const link = await drawer.getByLabel('Link', { exact: true }).inputValue();
  await drawer.getByRole('button', { name: 'I have copied it' }).click();
  await settings.getByText('For the jury').waitFor();
  expect(await settings.locator(`input[value="${link}"]`).count()).toBe(0);

  const stranger = await visit(app.url);
  await stranger.getByRole('heading', { name: 'Preview opens by a link' }).waitFor();
  await expectGoodLooks(stranger);
  await stranger.goto(link);
  await isInside(stranger);
  expect(stranger.url()).toBe(`${app.url}/`);

  await settings.getByRole('button', { name: 'Revoke the link For the jury' }).click();
  await settings.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await settings.getByText('“For the jury” is revoked.').waitFor();
  await stranger.reload();
  await stranger.getByRole('heading', { name: 'Preview opens by a link' }).waitFor();
});

test('whoever came by a link is out when it ends', async () => {
  const app = await ann.publish('Trial', application.address, { access_mode: 'public' });
  await ann.ask(app, { share_link: true });
  const visitor = new Visitor(server.address);
  await visitor.signIn();
  const made = await visitor.post(`/console/api/webapps/${app.id}/share-links`, { hours: 1 });
  const page = await visit((await made.json()).url);
  await isInside(page);
  await server.advance(3600);
  await page.reload();
  await page.getByRole('heading', { name: 'Trial opens by a link' }).waitFor();
});

test('an app that is switched off, or closed to a network, says so', { timeout: 180_000 }, async () => {
  const app = await ann.publish('Kiosk', application.address, { access_mode: 'public' });
  const settings = await openSettings(app);
  await settings.getByLabel('Open only to these addresses').fill('10.0.0.0/33');
  await settings.getByRole('button', { name: 'Save addresses' }).click();
  await settings.getByText('“10.0.0.0/33” is neither an address nor a range.').waitFor();
  await settings.getByLabel('Open only to these addresses').fill('10.0.0.0/8');
  await settings.getByRole('button', { name: 'Save addresses' }).click();
  await settings.getByText('Open sessions that it ended: 0.').waitFor();
  const page = await visit(app.url);
  await page.getByRole('heading', { name: 'Kiosk is not open from here' }).waitFor();
  await expectGoodLooks(page);

  await settings.getByLabel('Open only to these addresses').fill('');
  await settings.getByRole('button', { name: 'Save addresses' }).click();
  await page.goto(app.url);
  await isInside(page);

  await settings.getByRole('switch', { name: 'Switched on' }).click();
  await settings.getByText('Off', { exact: true }).first().waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Kiosk is switched off' }).waitFor();
});

test('somebody whose link or address leads nowhere, or whose app is down, is told on a page', {
  timeout: 180_000,
}, async () => {
  const app = await ann.publish('Attic', 'http://127.0.0.1:9', { access_mode: 'public' });
  const page = await visit(app.url);
  await page.getByRole('heading', { name: 'Attic does not answer' }).waitFor();
  expect(await page.getByRole('link', { name: 'Open Attic again' }).getAttribute('href')).toBe(app.url);
  await page.goto(`${app.url}/.latchkey/link/${'A'.repeat(43)}`);
  await page.getByRole('heading', { name: 'Attic opens by a link' }).waitFor();
  await page.goto(`${app.url}/.latchkey/callback?code=used&return=%2F`);
  await page.getByRole('heading', { name: 'The way into Attic has expired' }).waitFor();
  await page.goto(app.url.replace('attic', 'nowhere'));
  await page.getByRole('heading', { name: 'There is no app at this address' }).waitFor();
  await expectGoodLooks(page);
});
