import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMember } from './support/add-member.ts';
import { administer } from './support/administer.ts';
import { type Application, startApplication } from './support/application.ts';
import { openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { type ANN, setUp, signInOnPage } from './support/people.ts';
import { Server } from './support/server.ts';
import { type Published, type Publisher, publisher } from './support/webapps.ts';

let browser: Browser;
let server: Server;
let application: Application;
let ann: Publisher;
let mel: typeof ANN;
let cho: typeof ANN;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start({ LATCHKEY_APPS_DOMAIN: 'apps.localhost' });
  application = await startApplication();
  await setUp(server);
  mel = await addMember(server, { name: 'Mel Ode', email: 'mel@example.com' });
  cho = await addMember(server, { name: 'Cho Sen', email: 'cho@example.com' });
  const act = await administer(server);
  const { version } = await act('GET', '/settings');
  await act('PATCH', '/settings', { version, contact: 'the help desk, room 4' });
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

/** A new person's window at an app. */
async function visit(app: Published, path = '/'): Promise<Page> {
  const { page } = await openWindow(browser);
  await page.goto(app.url + path);
  return page;
}

/** Signs in at the door of an app that asks for it. */
async function visitAs(person: typeof ANN, app: Published, path = '/'): Promise<Page> {
  const page = await visit(app, path);
  await page.getByRole('heading', { name: `Sign in to open ${app.name}` }).waitFor();
  await signInOnPage(page, person);
  return page;
}

const isInside = (page: Page) => page.getByRole('heading', { name: 'The wiki' }).waitFor();

test('an app for anyone opens to a stranger without a question', async () => {
  const open = await ann.publish('Open', application.address, { access_mode: 'public' });
  await isInside(await visit(open));
  expect(application.received.at(-1)?.headers['x-latchkey-email']).toBeUndefined();
});

test('an app for all members sends a stranger to sign in under its name, and a member back to where they were going', {
  timeout: 180_000,
}, async () => {
  const team = await ann.publish('Team', application.address, { access_mode: 'private_all' });
  const page = await visit(team, '/reports?year=2026');
  await page.getByRole('heading', { name: 'Sign in to open Team' }).waitFor();
  expect(new URL(page.url()).origin).toBe(server.address);
  await expectGoodLooks(page);
  await signInOnPage(page, mel);
  await isInside(page);
  expect(page.url()).toBe(`${team.url}/reports?year=2026`);
  expect(application.received.findLast(({ url }) => url.startsWith('/reports'))?.headers).toMatchObject({
    'x-latchkey-email': mel.email,
    'x-latchkey-name': mel.name,
  });
});

test('an app for chosen people lets in those chosen by name or by group, and tells everybody else why not and whom to ask', {
  timeout: 180_000,
}, async () => {
  const board = await ann.publish('Board', application.address);
  const byName = [await ann.accountOf(cho.email)];
  await ann.choose(board, { account_ids: byName });
  await isInside(await visitAs(cho, board));

  const page = await visitAs(mel, board);
  await page.getByRole('heading', { name: 'Board is not open to you' }).waitFor();
  await page.getByText('Ask whoever manages the app to let you in.').waitFor();
  await page.getByText(`You are signed in as ${mel.email}.`).waitFor();
  await page.getByText('System administrators: the help desk, room 4').waitFor();
  const reference = await page.locator('code').textContent();
  await expectGoodLooks(page);

  const act = await administer(server);
  const attempt = await act('GET', `/sign-in-attempts/${reference}`);
  expect(attempt).toMatchObject({ email: mel.email, method: 'webapp', outcome: 'refused', rule: 'webapp_refused' });

  const { id } = await ann.group('Readers', mel.email);
  await ann.choose(board, { account_ids: byName, group_ids: [id] });
  await page.goto(board.url);
  await isInside(page);
});

test('somebody who is refused can come back as somebody else', async () => {
  const vault = await ann.publish('Vault', application.address);
  await ann.choose(vault, { account_ids: [await ann.accountOf(cho.email)] });
  const page = await visitAs(mel, vault);
  await page.getByRole('button', { name: 'Use another account' }).click();
  await page.getByRole('heading', { name: 'Sign in to open Vault' }).waitFor();
  await signInOnPage(page, cho);
  await isInside(page);
});

test('two apps keep their own rules in one browser', async () => {
  const lounge = await ann.publish('Lounge', application.address, { access_mode: 'private_all' });
  const ledger = await ann.publish('Ledger', application.address);
  const page = await visitAs(mel, lounge);
  await isInside(page);
  await page.goto(ledger.url);
  await page.getByRole('heading', { name: 'Ledger is not open to you' }).waitFor();
  await page.goto(lounge.url);
  await isInside(page);
});

test('whoever has signed in on another tab goes on without signing in again', { timeout: 180_000 }, async () => {
  const notes = await ann.publish('Notes', application.address, { access_mode: 'private_all' });
  const page = await visit(notes);
  await page.getByRole('heading', { name: 'Sign in to open Notes' }).waitFor();
  const other = await page.context().newPage();
  await other.goto(`${server.address}/signin`);
  await signInOnPage(other, mel);
  await other.getByRole('heading', { name: 'Hello, Mel Ode' }).waitFor();
  await page.reload();
  await page.getByText(`You are signed in as ${mel.email}.`).waitFor();
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Open Notes' }).click();
  await isInside(page);
});

test('an app for external users says that nobody can sign in while there is no connection for them', {
  timeout: 180_000,
}, async () => {
  const { page } = await openWindow(browser);
  const app = await ann.publish('Partners', application.address, { access_mode: 'private_all' });
  await page.goto(`${server.address}/webapp-signin?app=${app.code}&reason=no_sso_connection`);
  await page.getByRole('heading', { name: 'Nobody can sign in to Partners at the moment' }).waitFor();
  await expectGoodLooks(page);
});

test('nothing that an address says is repeated in our name, and no token stays in it', async () => {
  const { page } = await openWindow(browser);
  const app = await ann.publish('Quotes', application.address);
  const query = new URLSearchParams({
    app: app.code,
    reason: 'not_chosen',
    reference: 'call +1 555 0100',
    message: 'Your account is locked',
    web_sso_token: 'a.b.c',
    redirect_url: 'https://evil.example/',
  });
  await page.goto(`${server.address}/webapp-signin?${query}`);
  await page.getByRole('heading', { name: 'Quotes is not open to you' }).waitFor();
  expect(await page.locator('main').textContent()).not.toMatch(/555|locked|evil/);
  expect(page.url()).not.toContain('web_sso_token');
  await page.goto(`${server.address}/webapp-signin?app=nowhere`);
  await page.getByRole('heading', { name: 'There is no app at this address' }).waitFor();
});
