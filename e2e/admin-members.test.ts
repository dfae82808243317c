import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { administer } from './support/administer.ts';
import { openAdministration } from './support/administration.ts';
import { openBrowser, openWindow } from './support/browser.ts';
import { ANN, setUp, signInOnPage, Visitor } from './support/people.ts';
import { Server } from './support/server.ts';

let browser: Browser;
let server: Server;
let act: Awaited<ReturnType<typeof administer>>;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start();
  await setUp(server);
  act = await administer(server);
});
// The server’s limits forget, as after a quarter of an hour.
beforeEach(() => server.advance(900));
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

async function workspaceId(): Promise<string> {
  const { data } = await act('GET', '/workspaces');
  const [first] = Array.isArray(data) ? data : [];
  return first.id;
}

/** Somebody with a password of their own, in Ann's workspace. */
async function makeMember(name: string): Promise<typeof ANN & { id: string }> {
  const email = `${name.toLowerCase()}@example.com`;
  const made = await act('POST', '/accounts', { name, email, workspace_id: await workspaceId(), role: 'editor' });
  const person = { ...ANN, name, email };
  const visitor = new Visitor(server.address);
  await visitor.signIn({ ...person, password: String(made.one_time_password) });
  await visitor.post('/console/api/unfinished-sign-in/password', { new_password: person.password });
  return { ...person, id: String(made.id) };
}

test('an account is created with a password that is shown once and must be changed', async () => {
  const { page } = await openAdministration(browser, server, '/admin/members');
  await page.getByRole('button', { name: 'Create account' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name').fill('Cy Fox');
  await drawer.getByLabel('E-mail address').fill('cy@example.com');
  await drawer.getByLabel('Workspace').selectOption({ index: 1 });
  await drawer.getByRole('button', { name: 'Create account' }).click();
  const password = await drawer.getByLabel('One-time password').inputValue();
  await page.keyboard.press('Escape');
  expect(await drawer.getByLabel('One-time password').isVisible()).toBe(true);
  await drawer.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByRole('link', { name: 'Cy Fox' }).click();
  await page.getByText('Has a one-time password').waitFor();
  expect(await page.content()).not.toContain(password);

  const { page: member } = await openWindow(browser);
  await member.goto(`${server.address}/signin`);
  await signInOnPage(member, { ...ANN, email: 'cy@example.com', password });
  await member.getByLabel('New password').waitFor();
});

test('what becomes of each address is told before any invitation is sent', async () => {
  const { page } = await openAdministration(browser, server, '/admin/members');
  await page.getByRole('button', { name: 'Invite' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('E-mail addresses').fill(`di@example.com\n${ANN.email}\ndi@example.com\nnot one`);
  await drawer.getByLabel('Workspace').selectOption({ index: 1 });
  await drawer.getByRole('button', { name: 'Check the addresses' }).click();
  await drawer.getByText('Of 4 addresses, 1 can be invited.').waitFor();
  for (const words of ['Is in the workspace already', 'Stands in the list twice', 'Not an e-mail address'])
    await drawer.getByText(words).waitFor();
  expect((await act('GET', '/invitations')).total).toBe(0);
  await drawer.getByRole('button', { name: 'Send invitations (1)' }).click();
  await drawer.getByText('There is no mail server: hand over the links below.').waitFor();
  const link = await drawer.getByLabel('di@example.com').inputValue();
  await drawer.getByRole('button', { name: 'Done' }).click();

  const { page: invited } = await openWindow(browser);
  await invited.goto(link);
  await invited.getByRole('heading', { level: 1 }).filter({ hasText: "Ann Lee's Workspace" }).waitFor();
});

test('filters, order and page stand in the address and survive a reload', async () => {
  await makeMember('Emma');
  const { page } = await openAdministration(browser, server, '/admin/members');
  await page.getByLabel('Find by name or address').fill('emm');
  await page.getByLabel('Status', { exact: true }).selectOption('Active');
  await page.getByRole('button', { name: 'Created' }).click();
  await page.waitForURL(({ search }) => search.includes('q=emm') && search.includes('sort=created_at'));
  expect(page.url()).toContain('status=active');
  await page.reload();
  expect(await page.getByLabel('Find by name or address').inputValue()).toBe('emm');
  expect(await page.getByRole('columnheader', { name: 'Created' }).getAttribute('aria-sort')).toBe('ascending');
  await page.getByRole('link', { name: 'Emma' }).waitFor();
  expect(await page.getByRole('link', { name: 'Ann Lee' }).count()).toBe(0);
});

test('the arrow keys go from row to row', async () => {
  await makeMember('Flo');
  const { page } = await openAdministration(browser, server, '/admin/members?sort=created_at');
  await page.getByRole('link', { name: 'Ann Lee' }).focus();
  await page.keyboard.press('ArrowDown');
  const second = await page.evaluate(() => document.activeElement?.textContent);
  expect(second).not.toBe('Ann Lee');
  await page.keyboard.press('ArrowUp');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ann Lee');
});

test('a ban of many holds from their next request on', async () => {
  const gus = await makeMember('Gus');
  const visitor = new Visitor(server.address);
  await visitor.signIn(gus);
  expect((await visitor.get('/console/api/account/profile')).status).toBe(200);
  const { page } = await openAdministration(browser, server, '/admin/members?q=gus');
  await page.getByLabel('Select Gus').check();
  await page.getByRole('button', { name: 'Ban', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ban', exact: true }).click();
  await page.getByText('Accounts changed: 1.').waitFor();
  await page.getByRole('row', { name: /Gus/ }).getByText('Banned').waitFor();
  expect((await visitor.get('/console/api/account/profile')).status).toBe(401);
});

test('a reset by hand ends every session and gives a password that is changed at once', async () => {
  const hal = await makeMember('Hal');
  const visitor = new Visitor(server.address);
  await visitor.signIn(hal);
  const { page } = await openAdministration(browser, server, `/admin/members/${hal.id}`);
  await page.getByRole('button', { name: 'Reset password' }).click();
  await page.getByLabel('By a one-time password that you hand over').check();
  await page.getByRole('button', { name: 'Make one-time password' }).click();
  const password = await page.getByRole('dialog').getByLabel('One-time password', { exact: true }).inputValue();
  expect((await visitor.get('/console/api/account/profile')).status).toBe(401);
  const { page: member } = await openWindow(browser);
  await member.goto(`${server.address}/signin`);
  await signInOnPage(member, { ...hal, password });
  await member.getByLabel('New password').waitFor();
});

test('whoever leaves hands their workspace to the heir that the administrator names', async () => {
  const [ida, jon] = [await makeMember('Ida'), await makeMember('Jon')];
  const made = await act('POST', '/workspaces', { name: 'Research', owner_email: ida.email });
  await act('PUT', `/workspaces/${made.id}/members/${jon.id}`, { role: 'normal' });
  const { page } = await openAdministration(browser, server, `/admin/members/${ida.id}`);
  await page.getByRole('button', { name: 'Delete account' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Next owner of Research').selectOption({ label: 'Jon (jon@example.com), Member' });
  await drawer.getByRole('button', { name: 'Delete account' }).click();
  await page.getByRole('heading', { name: 'Members', exact: true }).waitFor();
  const { owner } = await act('GET', `/workspaces/${made.id}`);
  expect(owner).toMatchObject({ email: 'jon@example.com' });
});

test('the last system administrator cannot be shut out, and the page says why', async () => {
  const { page } = await openAdministration(browser, server, '/admin/administrators');
  await page.getByRole('button', { name: 'Remove Ann Lee as system administrator' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByText('This would leave nobody who can open the administration.').waitFor();
});
