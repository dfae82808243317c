import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMember } from './support/add-member.ts';
import { administer } from './support/administer.ts';
import { openBrowser, openWindow } from './support/browser.ts';
import { expectGoodLooks } from './support/looks.ts';
import { Mailbox } from './support/mailbox.ts';
import { ANN, setUp, signInOnPage, Visitor } from './support/people.ts';
import { Server } from './support/server.ts';

const BO = { ...ANN, name: 'Bo Chen', email: 'bo@example.com' };
const NEXT = { ...BO, password: 'battery staple 2' };

let browser: Browser;
let mailbox: Mailbox;
let server: Server;
beforeAll(async () => {
  browser = await openBrowser();
  mailbox = await Mailbox.open();
  server = await Server.start(mailbox.env);
  await setUp(server);
  await addMember(server, BO);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  await mailbox[Symbol.asyncDispose]();
});

test('a forgotten password is replaced in three steps, which end sessions and sign nobody in', async () => {
  const elsewhere = new Visitor(server.address);
  await elsewhere.signIn(BO);
  const { page, errors } = await openWindow(browser);
  await page.goto(`${server.address}/signin`);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByRole('heading', { name: 'Set a new password' }).waitFor();
  await expectGoodLooks(page);
  await page.getByLabel('E-mail address').fill(BO.email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByLabel('Code from the letter').fill((await mailbox.letterTo(BO.email, 'code')).code);

  await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
  expect(page.url()).toBe(`${server.address}/reset-password/set-password`);
  const field = page.getByLabel('New password', { exact: true });
  await field.fill('password1');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText(/This is among the first passwords that are guessed\..*\s+Reference [2-9A-Z]{6}-/).waitFor();
  await expectGoodLooks(page);
  await field.fill(NEXT.password);
  await page.getByText('Strong').waitFor();
  await page.getByRole('button', { name: 'Set the password' }).click();

  await page.getByRole('heading', { name: 'Your new password is set' }).waitFor();
  await expectGoodLooks(page);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('access_token');
  expect((await elsewhere.get('/console/api/account/profile')).status).toBe(401);
  expect((await mailbox.letterTo(BO.email, 'was changed')).text).not.toMatch(/\b\d{6}\b/);

  await page.getByRole('link', { name: 'Go to sign-in' }).click();
  expect(await page.getByLabel('E-mail address').inputValue()).toBe(BO.email);
  await signInOnPage(page, NEXT);
  await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  expect(errors).toEqual([]);
});

test('a step that is opened by itself leads back to the first', async () => {
  for (const step of ['check-code', 'set-password']) {
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/reset-password/${step}`);
    await page.getByRole('heading', { name: 'Start again' }).waitFor();
    await page.getByRole('link', { name: 'Ask for a new code' }).click();
    await page.getByRole('heading', { name: 'Set a new password' }).waitFor();
  }
});

test('the address that Dify once had leads here, without its token', async () => {
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/forgot-password?token=secret`);
  await page.getByRole('heading', { name: 'Set a new password' }).waitFor();
  expect(page.url()).toBe(`${server.address}/reset-password`);
});

describe('an administrator starts a new password', () => {
  const reset = async (kind: 'link' | 'one_time_password'): Promise<string> => {
    const act = await administer(server);
    const { data } = await act('GET', '/accounts?q=bo@example.com');
    const [account] = Array.isArray(data) ? data : [];
    const { one_time_password } = await act('POST', `/accounts/${account.id}/password-reset`, { kind });
    return String(one_time_password);
  };

  test('by a link in a letter, which works once', async () => {
    await reset('link');
    const link = (await mailbox.letterTo(BO.email, 'Set a new password')).link('/set-password');
    const { page } = await openWindow(browser);
    await page.goto(link);
    await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
    await page.getByText(BO.email).waitFor();
    expect(page.url()).toBe(`${server.address}/set-password`);
    await expectGoodLooks(page);
    await page.getByLabel('New password', { exact: true }).fill('no digits are needed here');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('heading', { name: 'Your new password is set' }).waitFor();
    const { page: again } = await openWindow(browser);
    await again.goto(link);
    await again.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
  });

  test('by a one-time password, which the next sign-in replaces', async () => {
    const password = await reset('one_time_password');
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/account`);
    await signInOnPage(page, { ...BO, password });
    await page.getByRole('heading', { name: 'Choose a password of your own' }).waitFor();
    await expectGoodLooks(page);
    await page.getByLabel('New password', { exact: true }).fill('another of my own');
    await page.getByRole('button', { name: 'Set it and go on' }).click();
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    expect((await new Visitor(server.address).signIn({ ...BO, password })).status).toBe(401);
  });
});

test('a link that does not work any more says so, and keeps its token out of the address', async () => {
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/set-password#not-a-token`);
  await page.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
  await page.getByText(/Reference [2-9A-Z]{6}-/).waitFor();
  expect(page.url()).toBe(`${server.address}/set-password`);
  await expectGoodLooks(page);
});
