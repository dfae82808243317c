import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '@latchkey/tools/real/chromium';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectAccessible } from './support/browser.ts';

const UNPACKED = join(import.meta.dirname, '../apps/extension/dist/unpacked');
/** A name that is not loopback: over plain http its pages have no clipboard of their own. */
const ELSEWHERE = 'dify.example.test';
const DAY_MS = 86_400_000;

let folder: string;
let browser: BrowserContext;
let worker: Worker;
let extensionId: string;
let port: number;
let server: ReturnType<typeof createServer>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-extension-'));
  cpSync(UNPACKED, folder, { recursive: true });
  // Nobody is there to press the browser's own "Allow"; what it would grant is granted beforehand.
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ['*://*/*'], optional_host_permissions: [] }));
  server = createServer((request, response) => {
    if (request.url === '/openapi/v1/_version') return response.end('{"version":"1.17.1"}');
    response.setHeader('content-type', 'text/html');
    return response.end('<!doctype html><title>Console</title><p>WDJP-XKLM</p>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
  browser = await chromium.launchPersistentContext('', {
    executablePath: findChromium(),
    headless: false,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      `--host-resolver-rules=MAP ${ELSEWHERE} 127.0.0.1`,
    ],
  });
  worker = browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker'));
  extensionId = new URL(worker.url()).host;
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const origin = (host = '127.0.0.1') => `http://${host}:${port}`;
const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
const ACCESS = jwt({ user_id: 'a', exp: Math.floor((Date.now() + DAY_MS) / 1000) });
const CSRF = jwt({ sub: 'a', exp: Math.floor((Date.now() + DAY_MS) / 1000) });

beforeEach(async () => {
  await browser.clearCookies();
  await worker.evaluate(
    (servers) => chrome.storage.local.set({ servers, form: 'powershell' }),
    [origin(), origin(ELSEWHERE)],
  );
});

async function signIn(
  host = '127.0.0.1',
  cookies: Record<string, string> = { access_token: ACCESS, csrf_token: CSRF },
) {
  await browser.addCookies(
    Object.entries(cookies).map(([name, value]) => ({ name, value, domain: host, path: '/', httpOnly: true })),
  );
}

async function open(host?: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${origin(host)}/apps`);
  await page.bringToFront();
  return page;
}

/** Chooses from the menu, which headless Chromium does not show, and waits for what the page is told. */
async function choose(page: Page, menuItemId: string, selectionText?: string): Promise<string> {
  await dispatch(page, menuItemId, selectionText);
  const notice = page.locator('#latchkey-helper-notice p');
  await notice.waitFor();
  return (await notice.textContent()) ?? '';
}

async function dispatch(page: Page, menuItemId: string, selectionText?: string): Promise<void> {
  await worker.evaluate(
    async ([url, item, selected]) => {
      const [tab] = await chrome.tabs.query({ url: `${url}*`, active: true });
      const click = {
        menuItemId: item,
        editable: false,
        pageUrl: url,
        ...(selected !== '' && { selectionText: selected }),
      };
      // Chromium's own way to raise an event; its types leave it out.
      (chrome.contextMenus.onClicked as unknown as { dispatch: (...args: unknown[]) => void }).dispatch(click, tab);
    },
    [page.url(), menuItemId, selectionText ?? ''] as const,
  );
}

/** What lies on the clipboard, read by a page that may. */
async function clipboard(): Promise<string> {
  await browser.grantPermissions(['clipboard-read'], { origin: origin() });
  const reader = await open();
  const text = await reader.evaluate(() => navigator.clipboard.readText());
  await reader.close();
  return text;
}

describe('the helper', () => {
  test('copies the login command, and says that it holds tokens', async () => {
    await signIn();
    const page = await open();

    expect(await choose(page, 'copy_command')).toContain('The login command is on the clipboard.');

    expect(await clipboard()).toBe(
      `Import-Module PSDify\n$env:PSDIFY_URL="${origin()}"\n$env:PSDIFY_AUTH_METHOD="AccessToken"\n$env:PSDIFY_ACCESS_TOKEN="${ACCESS}"\n$env:PSDIFY_CSRF_TOKEN="${CSRF}"\nConnect-Dify`,
    );
    await page.close();
  });

  test('copies each token by itself', async () => {
    await signIn();
    const page = await open();

    await choose(page, 'copy_access_token');
    expect(await clipboard()).toBe(ACCESS);
    await choose(page, 'copy_csrf_token');
    expect(await clipboard()).toBe(CSRF);
    await page.close();
  });

  test('copies on a page over plain http, where the page itself may not', async () => {
    await signIn(ELSEWHERE);
    const page = await open(ELSEWHERE);
    expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false);

    expect(await choose(page, 'copy_access_token')).toContain('on the clipboard');

    expect(await clipboard()).toBe(ACCESS);
    await page.close();
  });

  test('says so when nobody is signed in, and when a reload would renew the session', async () => {
    const page = await open();
    expect(await choose(page, 'copy_command')).toContain('You are not signed in to this console.');

    await signIn('127.0.0.1', { refresh_token: 'r' });
    expect(await choose(page, 'copy_command')).toContain('can be renewed. Reload the page');
    await page.close();
  });

  test('does nothing on pages of servers that are not set', async () => {
    await worker.evaluate(() => chrome.storage.local.set({ servers: [] }));
    await signIn();
    const page = await open();

    expect(await choose(page, 'copy_command')).toContain('belongs to no console');
    await page.close();
  });

  test('leads to the page that approves a terminal, with the code that was selected', async () => {
    const page = await open();
    const [opened] = await Promise.all([
      browser.waitForEvent('page'),
      dispatch(page, 'approve_terminal', ' wdjp-xklm '),
    ]);

    expect(opened.url()).toBe(`${origin()}/device?user_code=WDJP-XKLM`);
    await opened.close();
    await page.close();
  });

  test('keeps addresses and the form of the command, and never a token', async () => {
    await signIn();
    const page = await open();
    await choose(page, 'copy_command');

    const kept = await worker.evaluate(() => chrome.storage.local.get(undefined));

    expect(new Set(Object.keys(kept))).toEqual(new Set(['form', 'servers']));
    expect(JSON.stringify(kept)).not.toContain(ACCESS);
    await page.close();
  });
});

describe('its options', () => {
  async function openOptions(colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const page = await browser.newPage();
    await page.emulateMedia({ colorScheme });
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    return page;
  }

  test('add an address whose permission was granted before: it is kept and has a menu at once', async () => {
    const page = await openOptions();
    await page.getByLabel('Address of another console').fill('https://other.example.test/dify/apps');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByText('https://other.example.test/dify', { exact: true }).waitFor();

    // An update of an item that is not in the menu fails; this one takes the pattern of the new address along.
    await worker.evaluate(() => chrome.contextMenus.update('copy_command', { enabled: true }));
    expect(await worker.evaluate(() => chrome.storage.local.get('servers'))).toEqual({
      servers: [origin(), origin(ELSEWHERE), 'https://other.example.test/dify'],
    });
    await page.close();
  });

  test('refuse what is no address, and what is there already', async () => {
    const page = await openOptions();
    const add = async (address: string): Promise<string> => {
      await page.getByLabel('Address of another console').fill(address);
      await page.getByRole('button', { name: 'Add' }).click();
      await page.locator('#address-problem:not(:empty)').waitFor();
      return (await page.locator('#address-problem').textContent()) ?? '';
    };
    expect(await add('javascript:alert(1)')).toContain('not the address of a console');
    expect(await add('cloud.dify.ai')).toContain('always there');
    await page.close();
  });

  test('remove an address', async () => {
    const page = await openOptions();
    await page.getByRole('button', { name: `Remove ${origin(ELSEWHERE)}` }).click();
    await page.getByText(origin(ELSEWHERE), { exact: true }).waitFor({ state: 'detached' });

    expect(await worker.evaluate(() => chrome.storage.local.get('servers'))).toEqual({ servers: [origin()] });
    await page.close();
  });

  test.each(['light', 'dark'] as const)('leave axe nothing to find in the %s', async (scheme) => {
    const page = await openOptions(scheme);
    await page.getByText('Dify').first().waitFor();
    await expectAccessible(page);
    await page.close();
  });
});
