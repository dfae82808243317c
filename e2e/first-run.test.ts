import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, openWindow } from './support/browser.ts';
import { ANN, setUpInBrowser, signInOnPage } from './support/people.ts';
import { Server } from './support/server.ts';

let browser: Browser;
let server: Server;
beforeAll(async () => {
  browser = await openBrowser();
  server = await Server.start();
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

describe('from a fresh server to signed in', () => {
  test('the set-up link leads to a form, hides its secret, and ends signed in', async () => {
    const { page, errors } = await openWindow(browser);
    expect(server.setUpLink).toMatch(/\/setup#secret=/);
    const secret = new URL(server.setUpLink).hash;
    await setUpInBrowser(page, server.setUpLink);
    expect(page.url()).toBe(`${server.address}/`);
    expect(await page.evaluate(() => history.length > 0 && document.documentElement.outerHTML)).not.toContain(
      secret.slice(8),
    );
    await page.getByText("Ann Lee's Workspace").first().waitFor();
    expect(errors).toEqual([]);
  });

  test('the link works once: afterwards it says so and leads to sign-in', async () => {
    const { page } = await openWindow(browser);
    await page.goto(server.setUpLink);
    await page.getByRole('heading', { name: 'Latchkey is set up already' }).waitFor();
    await page.getByRole('link', { name: 'Go to sign-in' }).click();
    await page.getByRole('heading', { name: 'Sign in to Latchkey' }).waitFor();
  });

  test('an operator’s own secret is asked for first, also at the machine itself, and a wrong one in the link is told', async () => {
    await using guarded = await Server.start({ LATCHKEY_INIT_PASSWORD: 'a set-up secret' });
    const { page } = await openWindow(browser);
    await page.goto(`${guarded.address}/setup#secret=an-old-one`);
    await page.getByText('The secret in the link was not accepted.').waitFor();
    await page.getByLabel('Set-up secret').fill('a set-up secret');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Your name').waitFor();
    expect(await page.getByLabel('Set-up secret').count()).toBe(0);
  });

  test('a wrong password is refused where the eye is, with a reference, and keeps what was typed', async () => {
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/signin`);
    await signInOnPage(page, { ...ANN, password: 'not it 123' });
    await page.getByText('The e-mail address or the password is not right.').waitFor();
    await page.getByText(/Reference [2-9A-Z]{6}-[0-9A-Z]{4}/).waitFor();
    expect(await page.getByLabel('E-mail address').inputValue()).toBe(ANN.email);
    await signInOnPage(page);
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  });

  test('a person who was sent to sign in returns to where they came from', async () => {
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/account`);
    await page.getByRole('heading', { name: 'Sign in to Latchkey' }).waitFor();
    await signInOnPage(page);
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
  });

  test.each(['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
    'a link that wants to lead to %s after sign-in leads home',
    async (target) => {
      const { page } = await openWindow(browser);
      await page.goto(`${server.address}/signin?redirect_url=${encodeURIComponent(target)}`);
      await signInOnPage(page);
      await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
      expect(new URL(page.url()).origin).toBe(server.address);
    },
  );

  test('a session outlives its access token without a word', async () => {
    const { page } = await openWindow(browser);
    await page.goto(`${server.address}/signin`);
    await signInOnPage(page);
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
    await server.advance(3601);
    await page.getByRole('link', { name: 'Account' }).click();
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Ann B. Lee');
    await page.getByRole('button', { name: 'Save name' }).click();
    await page.getByText('Saved').waitFor();
  });
});

test('an address is known or not: the answers cannot be told apart', async () => {
  const ask = async (email: string): Promise<{ status: number; body: string; headers: [string, string][] }> => {
    const response = await fetch(`${server.address}/console/api/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: btoa('not it 123') }),
    });
    const headers = [...response.headers].filter(([name]) => name !== 'x-request-id' && name !== 'date');
    return { status: response.status, body: await response.text(), headers };
  };
  expect(await ask('nobody@example.com')).toEqual(await ask(ANN.email));
});
