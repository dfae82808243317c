import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, openWindow } from './support/browser.ts';
import { ANN, setUp, signInOnPage } from './support/people.ts';
import { Server } from './support/server.ts';
import { Machine } from './support/terminal.ts';

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

/** Opens the page that decides, typing the code and signing in on the way, as somebody does who was not signed in. */
async function openDecision(userCode: string): Promise<Page> {
  const { page } = await openWindow(browser);
  await page.goto(`${server.address}/device`);
  await page.getByLabel('Code from the terminal').fill(userCode.replace('-', '').toLowerCase());
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Sign in to Latchkey' }).waitFor();
  await signInOnPage(page);
  await page.getByRole('heading', { name: 'A terminal asks to sign in as you' }).waitFor();
  return page;
}

describe('a terminal that waits while somebody decides in the browser', () => {
  test('is approved, says who it is, and lists itself', async () => {
    using machine = new Machine();
    const { terminal, userCode } = await machine.startSignIn(server.address);
    await terminal.shows(/Open: http:\/\/127\.0\.0\.1:\d+\/device/);
    const page = await openDecision(userCode);
    await page.getByText(/difyctl on/).waitFor();
    await page.getByText('127.0.0.1').first().waitFor();
    await page.getByText(ANN.email).waitFor();
    await page.getByRole('button', { name: 'Approve this terminal' }).click();
    await page.getByRole('heading', { name: 'The terminal is signed in' }).waitFor();
    expect(await terminal.exit()).toBe(0);
    const host = new URL(server.address).host;
    expect(terminal.shown).toContain(`✓ Logged in to ${host} as ${ANN.email} (${ANN.name})`);
    expect(terminal.shown).toContain(`Workspace: ${ANN.name}'s Workspace`);
    expect(await machine.run('auth', 'whoami')).toMatchObject({ shown: `${ANN.email} (${ANN.name})\n`, exitCode: 0 });
    expect((await machine.run('auth', 'list')).shown).toMatch(
      /HOST +ACCOUNT +ACTIVE\n127\.0\.0\.1:\d+ +ann@example\.com \(Ann Lee\) +\*/,
    );
    expect((await machine.run('auth', 'devices', 'list')).shown).toMatch(/DEVICE +CREATED +LAST USED +CURRENT/);
  });

  test('is denied and exits 4', async () => {
    using machine = new Machine();
    const { terminal, userCode } = await machine.startSignIn(server.address);
    const page = await openDecision(userCode);
    await page.getByRole('button', { name: 'Deny' }).click();
    await page.getByRole('heading', { name: 'You denied the terminal' }).waitFor();
    expect(await terminal.exit()).toBe(4);
    expect(terminal.shown).toContain('access_denied: authorization denied');
  });

  test('exits 4 when its code expires, and the page says so too', async () => {
    using machine = new Machine();
    const { terminal, userCode } = await machine.startSignIn(server.address);
    await server.advance(900);
    expect(await terminal.exit()).toBe(4);
    expect(terminal.shown).toContain('expired_token: code expired before authorization');
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/device?user_code=${userCode}`);
    await page.getByRole('heading', { name: 'This code does not work' }).waitFor();
  });

  test('waits on while the server is killed and restarted, and is approved then', async () => {
    using machine = new Machine();
    const { terminal, userCode } = await machine.startSignIn(server.address);
    const page = await openDecision(userCode);
    await server.signal('SIGKILL');
    await server.restart();
    await page.getByRole('button', { name: 'Approve this terminal' }).click();
    await page.getByRole('heading', { name: 'The terminal is signed in' }).waitFor();
    expect(await terminal.exit()).toBe(0);
    expect((await machine.run('auth', 'devices', 'list')).exitCode).toBe(0);
  });
});

describe('a keyboard alone', () => {
  test('is enough to sign in and to approve', async () => {
    using machine = new Machine();
    const { terminal, userCode } = await machine.startSignIn(server.address);
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/device`);
    await page.getByLabel('Code from the terminal').focus();
    await page.keyboard.type(userCode);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Sign in to Latchkey' }).waitFor();
    await page.getByLabel('E-mail address').focus();
    await page.keyboard.type(ANN.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(ANN.password);
    await page.keyboard.press('Enter');
    const approve = page.getByRole('button', { name: 'Approve this terminal' });
    await approve.waitFor();
    for (let presses = 0; presses < 20; presses += 1) {
      if (await approve.evaluate((button) => button === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The terminal is signed in' }).waitFor();
    expect(await terminal.exit()).toBe(0);
  });
});
