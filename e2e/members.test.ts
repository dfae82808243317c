import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectAccessible, openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { Mailbox } from './support/mailbox.ts';
import { ANN, setUp, signInOnPage, Visitor } from './support/people.ts';
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
// The server’s limits forget, as after a quarter of an hour.
beforeEach(() => server.advance(900));
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

async function openMembers(person = ANN): Promise<Page> {
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/members`);
  await signInOnPage(page, person);
  await page.getByRole('heading', { name: /^Members of / }).waitFor();
  return page;
}

/** Invited, and in by the letter. */
async function makeMember(name: string, role = 'normal'): Promise<typeof ANN> {
  const person = { ...ANN, name, email: `${name.toLowerCase()}@example.com` };
  const ann = new Visitor(server.address);
  await ann.signIn();
  await ann.post('/console/api/workspaces/current/members/invite-email', { emails: [person.email], role });
  const link = new URL((await mailbox.letterTo(person.email)).link('/activate'));
  const activation = { token: link.hash.slice(1), name, password: person.password };
  const preferences = { interface_language: 'en-US', timezone: 'Europe/Paris' };
  const answer = await new Visitor(server.address).post('/console/api/activate', { ...activation, ...preferences });
  expect(answer.status).toBe(200);
  return person;
}

test('many are invited at once, each with a link to copy and what it can do', async () => {
  const page = await openMembers();
  await page.getByLabel('E-mail addresses').fill(`Bo Chen <bo@example.com>, cy@example.com; ${ANN.email}`);
  await page.getByLabel('Role', { exact: true }).selectOption('Editor');
  await page.getByRole('button', { name: 'Invite 3 people' }).click();
  await page.getByText('Invited: 2 of 3.').waitFor();
  await page.getByText('whoever uses it proves the address with a code before they set a password').waitFor();
  await page.getByText('Is a member already').waitFor();
  const link = await page.getByLabel('Link for bo@example.com').inputValue();
  expect((await mailbox.letterTo('bo@example.com')).link('/activate')).not.toBe(link);
  expect(await page.getByLabel('E-mail addresses').inputValue()).toBe('');
  await page.getByText('Invited', { exact: true }).first().waitFor();
  await expectGoodLooks(page);
});

test('an invitation is sent again with a new link, and taken back', async () => {
  const page = await openMembers();
  await page.getByLabel('E-mail addresses').fill('di@example.com');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const first = await page.getByLabel('Link for di@example.com').inputValue();
  await page.getByRole('button', { name: 'Send again to di@example.com' }).click();
  await page.getByText('The invitation of di@example.com is sent again.').waitFor();
  const links = page.getByLabel('Link for di@example.com');
  await expect.poll(() => links.count()).toBe(2);
  expect(await links.last().inputValue()).not.toBe(first);
  await page.getByRole('button', { name: 'Take back the invitation of di@example.com' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await page.getByText('The invitation of di@example.com is taken back.').waitFor();
  const { page: theirs } = await openWindow(browser);
  await theirs.goto(first);
  await theirs.getByRole('heading', { name: 'This is not an invitation we know' }).waitFor();
});

test('a role is changed, and a member removed after asking; access ends with the next request', async () => {
  const eve = await makeMember('Eve');
  const there = new Visitor(server.address);
  await there.signIn(eve);
  const page = await openMembers();
  await page.getByLabel('Role of Eve').selectOption('Admin');
  await page.getByText('The role of Eve is now Admin.').waitFor();
  await page.getByRole('button', { name: 'Remove Eve' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove from the workspace' }).click();
  await page.getByText('Eve is not in this workspace any more.').waitFor();
  expect((await there.get('/console/api/workspaces/current/members')).status).toBe(401);
});

test('a member sees who is here and can change nothing', async () => {
  const flo = await makeMember('Flo');
  const page = await openMembers(flo);
  await page.getByText(ANN.email).waitFor();
  for (const name of ['Remove', 'Invite', 'Save name']) {
    expect(await page.getByRole('button', { name }).count()).toBe(0);
  }
  await expectGoodLooks(page);
});

test('the workspace is renamed', async () => {
  const page = await openMembers();
  await page.getByLabel('Name', { exact: true }).fill('Research Lab');
  await page.getByRole('button', { name: 'Save name' }).click();
  await page.getByRole('heading', { name: 'Members of Research Lab' }).waitFor();
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByText('Research LabCurrent').waitFor();
});

test('ownership passes in steps that prove the owner’s address', async () => {
  const gus = await makeMember('Gus', 'admin');
  const page = await openMembers();
  await page.getByRole('link', { name: 'Hand over ownership' }).click();
  await page.getByLabel('New owner').selectOption({ label: `${gus.name} (${gus.email})` });
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByText(`A code is on its way to ${ANN.email}.`).waitFor();
  await expectGoodLooks(page);
  await page.getByLabel('Code from the letter').fill((await mailbox.letterTo(ANN.email)).code);
  await page.getByRole('heading', { name: 'Make Gus the owner' }).waitFor();
  await expectGoodLooks(page);
  await page.getByRole('button', { name: 'Hand the workspace over' }).click();
  await page.getByRole('heading', { name: 'The workspace is handed over' }).waitFor();
  await page.getByRole('link', { name: 'Back to the members' }).click();
  expect(await page.getByRole('link', { name: 'Hand over ownership' }).count()).toBe(0);
  expect((await mailbox.letterTo(gus.email)).text).toContain('Gus');
});

test.each([
  ['zh-Hans', /的成员$/],
  ['ja-JP', /のメンバー$/],
])('the page speaks %s to an account that does', async (language, heading) => {
  const person = await makeMember(`Speaker-${language}`, 'admin');
  const visitor = new Visitor(server.address);
  await visitor.signIn(person);
  await visitor.post('/console/api/account/interface-language', { interface_language: language });
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/members`);
  await signInOnPage(page, person);
  await page.getByRole('heading', { name: heading }).waitFor();
  await expectGoodLooks(page);
});
