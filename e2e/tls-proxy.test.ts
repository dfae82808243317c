import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openWindow } from './support/browser.ts';
import { ANN, setUp, signInOnPage } from './support/people.ts';
import { Server } from './support/server.ts';
import { startProxy } from './support/tls-proxy.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function startSetUp(env: Record<string, string> = {}): Promise<Server> {
  const server = await Server.start(env);
  await setUp(server);
  return server;
}

test('behind a trusted TLS proxy sign-in works, and cookies are __Host- and Secure', async () => {
  await using server = await startSetUp({ LATCHKEY_TRUSTED_PROXIES: 'loopback' });
  await using proxy = await startProxy(server.address, 'https', 'https');
  const { page } = await openWindow(browser, { ignoreHTTPSErrors: true });
  await page.goto(`${proxy.address}/signin`);
  await signInOnPage(page);
  await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual([
    '__Host-access_token',
    '__Host-csrf_token',
    '__Host-refresh_token',
  ]);
  expect(cookies.every(({ secure, domain }) => secure && domain === '127.0.0.1')).toBe(true);
  const asked = await fetch(`${server.address}/openapi/v1/oauth/device/code`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': new URL(proxy.address).host,
    },
    body: JSON.stringify({ client_id: 'difyctl', device_label: 'vm' }),
  });
  expect((await asked.json()).verification_uri).toBe(`${proxy.address}/device`);
});

test('behind a TLS proxy that is not trusted cookies stay plain, and sign-in still works', async () => {
  await using server = await startSetUp();
  await using proxy = await startProxy(server.address, 'https', 'https');
  const { page } = await openWindow(browser, { ignoreHTTPSErrors: true });
  await page.goto(`${proxy.address}/signin`);
  await signInOnPage(page, ANN);
  await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
  expect((await page.context().cookies()).map(({ name }) => name).sort()).toEqual([
    'access_token',
    'csrf_token',
    'refresh_token',
  ]);
});

test('a person whose connection is not what the proxy says is told that signing in cannot work, and why', async () => {
  await using server = await startSetUp({ LATCHKEY_TRUSTED_PROXIES: 'loopback' });
  await using proxy = await startProxy(server.address, 'http', 'https');
  const { page } = await openWindow(browser);
  await page.goto(`http://id.example.test:${new URL(proxy.address).port}/signin`);
  await page.getByText('Signing in cannot work at this address').waitFor();
  await page.getByText(/You opened this page over http, but the server takes the connection for https/).waitFor();
});
