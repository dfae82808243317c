import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMember } from './support/add-member.ts';
import { type Application, startApplication } from './support/application.ts';
import { openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { ANN, setUp, signInOnPage, Visitor } from './support/people.ts';
import { Server } from './support/server.ts';
import { publisher } from './support/webapps.ts';

let browser: Browser;
let server: Server;
let application: Application;
let mel: typeof ANN;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start();
  application = await startApplication();
  await setUp(server);
  mel = await addMember(server, { name: 'Mel Ode', email: 'mel@example.com' });
});
// The server’s limits forget, as after a quarter of an hour.
beforeEach(() => server.advance(900));
afterAll(async () => {
  await browser.close();
  await application[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** Somebody on a page of the console. */
async function open(path: string, person = ANN): Promise<{ page: Page; errors: string[] }> {
  const { page, errors } = await openWindow(browser);
  await page.goto(server.address + path);
  await signInOnPage(page, person);
  await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
  return { page, errors };
}

test('the sample app works right after set-up: home lists it, and it greets whoever opens it', {
  timeout: 180_000,
}, async () => {
  const { page, errors } = await open('/', mel);
  await page.getByRole('heading', { name: 'Apps you may open' }).waitFor();
  await expectGoodLooks(page);
  await page.getByRole('link', { name: 'Sample app' }).click();
  await page.getByRole('heading', { name: 'Hello, Mel Ode' }).waitFor();
  expect(page.url()).toBe(`${server.address}/apps/sample/`);
  expect(errors).toEqual([]);
});

test('an app is published, opened to a chosen person, renamed, and explained to whoever manages it', async () => {
  const { page, errors } = await open('/webapps');
  await page.getByRole('button', { name: 'Publish an app' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Publish an app' }).click();
  await drawer.getByText('Give it a name.').waitFor();
  await drawer.getByLabel('Name', { exact: true }).fill('Team Wiki');
  expect(await drawer.getByLabel('Code').inputValue()).toBe('team-wiki');
  await drawer.getByLabel('Where the application answers').fill('wiki.internal');
  await drawer.getByRole('button', { name: 'Publish an app' }).click();
  await drawer.getByText('Enter an address that begins with http:// or https://.').waitFor();
  await drawer.getByLabel('Where the application answers').fill(application.address);
  await drawer.getByRole('button', { name: 'Publish an app' }).click();
  await page.getByRole('heading', { name: 'Team Wiki', level: 1 }).waitFor();
  await page.getByText('Nobody is chosen yet, so nobody can open it.').waitFor();

  await page.getByLabel('E-mail address of the person').fill(mel.email);
  await page.getByRole('button', { name: 'Ask' }).click();
  await page.getByText('Mel Ode cannot open it.').waitFor();
  await page.getByText('They are not chosen, neither by name nor by a group.').waitFor();

  await page.getByRole('button', { name: 'Change who may open it' }).click();
  const external = drawer.getByRole('radio', { name: 'External users' });
  expect(await external.isDisabled()).toBe(true);
  await drawer.getByText('there is no single sign-on connection for external users').waitFor();
  await drawer.getByLabel('Find groups and people').fill('mel');
  await drawer.getByRole('button', { name: 'Add Mel Ode' }).click();
  await drawer.getByText('People who can open it: 1').waitFor();
  await drawer.getByRole('button', { name: 'Save who may open it' }).click();
  await page.getByText('Saved. It holds from the next request on.').waitFor();

  await page.getByRole('button', { name: 'Ask' }).click();
  await page.getByText('Mel Ode can open it.').waitFor();
  await page.getByText('They are chosen by name.').waitFor();
  await page.getByLabel('E-mail address of the person').fill('nobody@example.com');
  await page.getByRole('button', { name: 'Ask' }).click();
  await page.getByText('Nobody here has this address.').waitFor();

  await page.getByLabel('Name', { exact: true }).fill('Wiki');
  await page.getByLabel('Icon').fill('📚');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'Wiki', level: 1, exact: true }).waitFor();
  await page.getByLabel('Code').fill('sample');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Another app has this code.').waitFor();

  const { page: theirs } = await open('/', mel);
  await theirs.getByRole('link', { name: 'Wiki' }).click();
  await theirs.getByRole('heading', { name: 'The wiki' }).waitFor();
  expect(errors).toEqual([]);
});

test('a member sees the apps they may open and nothing to manage', { timeout: 180_000 }, async () => {
  const { page } = await open('/webapps', mel);
  await page.getByRole('heading', { name: 'Apps you may open' }).waitFor();
  expect(await page.getByRole('button', { name: 'Publish an app' }).count()).toBe(0);
  await expectGoodLooks(page);
});

test('a group is created, filled by searching, renamed, chosen for an app, and deleted', async () => {
  const ann = await publisher(server);
  const app = await ann.publish('Archive', application.address);
  const { page, errors } = await open('/groups');
  await page.getByText('There is no group yet').waitFor();
  await page.getByRole('button', { name: 'Create group' }).click();
  await page.getByRole('dialog').getByLabel('Name of the group').fill('Resaerch');
  await page.getByRole('dialog').getByRole('button', { name: 'Create group' }).click();
  await page.getByRole('heading', { name: 'Resaerch', level: 1 }).waitFor();
  await page.getByText('Nobody is in it yet.').waitFor();
  await page.getByLabel('Find people by name or address').fill('mel@');
  await page.getByRole('button', { name: 'Add Mel Ode' }).click();
  await page.getByText('Mel Ode is in Resaerch now.').waitFor();
  await page.getByRole('heading', { name: 'Members: 1' }).waitFor();
  await page.getByLabel('Name of the group').fill('Research');
  await page.getByRole('button', { name: 'Save name' }).click();
  await page.getByRole('heading', { name: 'Research', level: 1 }).waitFor();

  await page.goto(`${server.address}/webapps/${app.id}`);
  await page.getByRole('button', { name: 'Change who may open it' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Find groups and people').fill('res');
  await drawer.getByRole('button', { name: 'Add Research' }).click();
  await drawer.getByText('People who can open it: 1').waitFor();
  await drawer.getByRole('button', { name: 'Save who may open it' }).click();
  await page.getByText('Saved. It holds from the next request on.').waitFor();
  await page.getByText('Research (group of 1)').waitFor();
  await page.getByLabel('E-mail address of the person').fill(mel.email);
  await page.getByRole('button', { name: 'Ask' }).click();
  await page.getByText('They are in a chosen group: Research.').waitFor();

  await page.goto(`${server.address}/groups`);
  await page.getByRole('link', { name: 'Research' }).click();
  await page.getByRole('button', { name: 'Delete group' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete group' }).click();
  await page.getByText('There is no group yet').waitFor();
  const visitor = new Visitor(server.address);
  await visitor.signIn(mel);
  const { data } = await (await visitor.get('/console/api/webapps/mine')).json();
  expect(data.map(({ name }: { name: string }) => name)).not.toContain('Archive');
  expect(errors).toEqual([]);
});

test('every page about apps and groups is accessible and fits, its dialogs too', { timeout: 240_000 }, async () => {
  const ann = await publisher(server);
  const app = await ann.publish('Observatory', application.address);
  await ann.ask(app, { passphrase: 'open sesame', share_link: true, address_ranges: ['10.0.0.0/8'] });
  const group = await ann.group('Stargazers', mel.email);
  const { page, errors } = await open('/webapps');
  await page.getByRole('link', { name: 'Observatory', exact: true }).waitFor();
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Publish an app' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish an app' }).click();
  await expectGoodLooks(page);
  await page.goto(`${server.address}/webapps/${app.id}`);
  await page.getByLabel('E-mail address of the person').fill(mel.email);
  await page.getByRole('button', { name: 'Ask' }).click();
  await page.getByText('Mel Ode cannot open it.').waitFor();
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Change who may open it' }).click();
  await page.getByRole('dialog').getByLabel('Find groups and people').fill('star');
  await page.getByRole('dialog').getByRole('button', { name: 'Add Stargazers' }).click();
  await expectGoodLooks(page);
  for (const path of ['/groups', `/groups/${group.id}`]) {
    await page.goto(server.address + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Members: 1').waitFor();
    await expectGoodLooks(page);
  }
  expect(errors).toEqual([]);
});

test.each([
  ['zh-Hans', '您可以打开的应用', /的 WebApp$/],
  ['ja-JP', '開けるアプリ', /の WebApp$/],
])('the pages speak %s to an account that does', { timeout: 180_000 }, async (language, apps, heading) => {
  const ann = new Visitor(server.address);
  await ann.signIn();
  await ann.post('/console/api/account/interface-language', { interface_language: language });
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/signin`);
  await signInOnPage(page);
  await page.getByRole('heading', { name: apps }).waitFor();
  await expectGoodLooks(page);
  await page.getByRole('link', { name: 'WebApp' }).first().click();
  await page.getByRole('heading', { name: heading }).waitFor();
  await page.getByRole('link', { name: 'Sample app' }).first().click();
  await page.getByRole('heading', { name: 'Sample app', level: 1 }).waitFor();
  await expectGoodLooks(page);
  await ann.post('/console/api/account/interface-language', { interface_language: 'en-US' });
});
