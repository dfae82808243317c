import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { administer } from './support/administer.ts';
import { openAdministration } from './support/administration.ts';
import { expectAccessible, openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { ANN, setUp } from './support/people.ts';
import { Server } from './support/server.ts';

let browser: Browser;
let server: Server;
let paths: [path: string, heading: string][];
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start();
  await setUp(server);
  const act = await administer(server);
  const made = await act('POST', '/workspaces', { name: 'Research', owner_email: ANN.email });
  const ana = { name: 'Ana Sousa', email: 'ana@example.com', workspace_id: made.id, role: 'editor' };
  const { id } = await act('POST', '/accounts', ana);
  await act('POST', `/accounts/${id}/password-reset`, { kind: 'link' });
  await act('POST', '/invitations', { workspace_id: made.id, emails: ['bo@example.com'], role: 'normal' });
  await act('POST', '/api-keys', { name: 'nightly', scopes: ['audit:read'], expires_in_days: 30 });
  paths = [
    ['/admin', 'Overview'],
    ['/admin/methods', 'Authentication methods'],
    ['/admin/members', 'Members'],
    [`/admin/members/${id}`, 'Ana Sousa'],
    ['/admin/invitations', 'Invitations and requests'],
    ['/admin/workspaces', 'Workspaces'],
    [`/admin/workspaces/${made.id}`, 'Research'],
    ['/admin/administrators', 'System administrators'],
    ['/admin/mail', 'Mail'],
    ['/admin/attempts', 'Sign-in attempts'],
    ['/admin/audit', 'Audit log'],
    ['/admin/settings', 'Settings'],
  ];
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

test('every page of the administration is accessible and fits, and breaks no policy', {
  timeout: 180_000,
}, async () => {
  const { page, errors } = await openAdministration(browser, server);
  for (const [path, heading] of paths) {
    await page.goto(server.address + path);
    await page.getByRole('heading', { name: heading, level: 1, exact: true }).waitFor();
    await expectGoodLooks(page);
  }
  expect(errors).toEqual([]);
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('the drawers are accessible, and fit a telephone', async () => {
    const options = { colorScheme, reducedMotion: 'reduce' as const, viewport: { width: 360, height: 800 } };
    const { page } = await openAdministration(browser, server, '/admin/members', options);
    for (const opener of ['Invite', 'Create account']) {
      await page.getByRole('button', { name: opener, exact: true }).click();
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.goto(`${server.address}/admin/administrators`);
    await page.getByRole('button', { name: 'Create API key' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
  });
});

test('the figures of the chart are in a table too', async () => {
  const { page } = await openAdministration(browser, server);
  await page.getByRole('img', { name: /^Bars by day\. Signed in: \d+\. Refused: \d+\./ }).waitFor();
  await page.getByRole('button', { name: 'Show as a table' }).click();
  expect(await page.getByRole('region', { name: 'Sign-ins and refusals' }).getByRole('row').count()).toBe(31);
});

test.each([
  ['zh-CN', '概览', '身份验证方式'],
  ['ja-JP', '概要', '認証方法'],
])('a browser set to %s reads the administration in its language', async (locale, overview, methods) => {
  const { page } = await openWindow(browser, { locale });
  await page.goto(`${server.address}/admin`);
  await page.locator('input[name="email"]').fill(ANN.email);
  await page.locator('input[name="password"]').fill(ANN.password);
  await page.locator('button[type="submit"]').click();
  await page.getByRole('heading', { name: overview, level: 1 }).waitFor();
  await page.getByRole('link', { name: methods }).click();
  await page.getByRole('heading', { name: methods, level: 1 }).waitFor();
  await expectAccessible(page);
});
