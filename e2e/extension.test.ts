import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '@latchkey/tools/real/chromium';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectAccessible } from './support/browser.ts';
import { ANN, setUp, signInOnPage } from './support/people.ts';
import { Server } from './support/server.ts';

const UNPACKED = join(import.meta.dirname, '../apps/extension/dist/unpacked');
const CONNECT_DIFY = join(import.meta.dirname, '../apps/connect-dify/bin/connect-dify.cjs');
/** A name that is not loopback: over plain http its pages have no clipboard of their own. */
const ELSEWHERE = 'dify.example.test';
const DAY_MS = 86_400_000;

let folder: string;
let profile: string;
/** What has been asked of the console, by method and path. */
const asked: string[] = [];
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
  profile = mkdtempSync(join(tmpdir(), 'latchkey-profile-'));
  allowInPrivateWindows(profile, idOf(folder));
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    // An older console, which has no page for terminals, is reached under the other name.
    const isOlder = request.headers.host?.startsWith(ELSEWHERE) === true;
    response.statusCode = isOlder && request.url?.startsWith('/device') === true ? 404 : 200;
    response.setHeader('content-type', 'text/html');
    return response.end('<!doctype html><title>Console</title><p>WDJP-XKLM</p>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
  browser = await chromium.launchPersistentContext(profile, {
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
  for (const made of [folder, profile]) rmSync(made, { recursive: true, force: true });
});

/** As Chromium names an extension that is loaded from a folder. */
function idOf(unpacked: string): string {
  const hash = createHash('sha256').update(unpacked).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** What a person switches on among the details of an extension. */
function allowInPrivateWindows(of: string, id: string): void {
  mkdirSync(join(of, 'Default'));
  const preferences = { extensions: { settings: { [id]: { incognito: true } } } };
  writeFileSync(join(of, 'Default/Preferences'), JSON.stringify(preferences));
}

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
  await page.evaluate(() => document.getElementById('latchkey-helper-notice')?.remove());
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
      const { onClicked } = chrome.contextMenus as unknown as Raised;
      onClicked.dispatch(click, tab);
    },
    [page.url(), menuItemId, selectionText ?? ''] as const,
  );
}

/** But for the icon, which the browser itself asks for when it comes to it. */
function requestsSince(count: number): readonly string[] {
  return asked.slice(count).filter((line) => line !== 'GET /favicon.ico');
}

/** Chromium's own way to raise an event; its types leave it out. */
interface Raised {
  readonly onClicked: { dispatch(...args: readonly unknown[]): void };
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

  test('says so when nothing could be copied', async () => {
    await signIn(ELSEWHERE);
    const page = await open(ELSEWHERE);
    await worker.evaluate(() => {
      const { createDocument } = chrome.offscreen;
      chrome.offscreen.createDocument = () => {
        chrome.offscreen.createDocument = createDocument;
        return Promise.reject(new Error('refused by the browser'));
      };
    });

    expect(await choose(page, 'copy_access_token')).toContain('Nothing was copied');
    await page.close();
  });

  test('hands over the session of the window that it was asked in, a private one too', async () => {
    await signIn();
    const page = await open();
    const own = jwt({ user_id: 'private', exp: Math.floor((Date.now() + DAY_MS) / 1000) });

    const windowId = await worker.evaluate(
      async ([url, accessToken, csrfToken]) => {
        const opened = await chrome.windows.create({ incognito: true, url });
        const tab = opened?.tabs?.[0];
        const stores = await chrome.cookies.getAllCookieStores();
        const storeId = stores.find(({ tabIds }) => tab?.id !== undefined && tabIds.includes(tab.id))?.id ?? '';
        if (storeId === '0') throw new Error('the window is not private');
        await chrome.cookies.set({ url, storeId, name: 'access_token', value: accessToken });
        await chrome.cookies.set({ url, storeId, name: 'csrf_token', value: csrfToken });
        const click = { menuItemId: 'copy_access_token', editable: false, pageUrl: url };
        const { onClicked } = chrome.contextMenus as unknown as Raised;
        onClicked.dispatch(click, { ...tab, url });
        return opened?.id ?? 0;
      },
      [`${origin()}/apps`, own, CSRF] as const,
    );

    await expect.poll(clipboard, { timeout: 15_000, interval: 500 }).toBe(own);
    await worker.evaluate((id) => chrome.windows.remove(id), windowId);
    await page.close();
  });

  test('asks nothing of anybody, and could not', async () => {
    await signIn();
    const page = await open();
    const before = asked.length;

    for (const item of ['copy_command', 'copy_access_token', 'copy_csrf_token']) await choose(page, item);

    const isRefused = (url: string) =>
      fetch(url).then(
        () => false,
        () => true,
      );
    expect(await worker.evaluate(isRefused, `${origin()}/console/api/account/profile`)).toBe(true);
    expect(requestsSince(before)).toEqual([]);
    await page.close();
  });

  test('says on its button what a page cannot show, as that it may not read the console any more', async () => {
    await signIn();
    const page = await open();
    const { id, title } = await worker.evaluate(async (url) => {
      const { contains } = chrome.permissions;
      chrome.permissions.contains = async () => false;
      const { executeScript } = chrome.scripting;
      chrome.scripting.executeScript = () => Promise.reject(new Error('Cannot access contents of the page'));
      const [tab] = await chrome.tabs.query({ url: `${url}*`, active: true });
      const { onClicked } = chrome.contextMenus as unknown as Raised;
      onClicked.dispatch({ menuItemId: 'copy_command', editable: false, pageUrl: url }, { ...tab, url: undefined });
      const details = { tabId: tab?.id ?? 0 };
      while ((await chrome.action.getBadgeText(details)) !== '!') await new Promise((done) => setTimeout(done, 50));
      Object.assign(chrome.permissions, { contains });
      Object.assign(chrome.scripting, { executeScript });
      return { id: details.tabId, title: await chrome.action.getTitle(details) };
    }, page.url());

    expect(id).toBeGreaterThan(0);
    expect(title).toContain('not allowed to read this console any more');
    await page.close();
  });

  test('leads to the page that approves a terminal, with the code that was selected', async () => {
    const page = await open();
    const before = asked.length;
    const [opened] = await Promise.all([
      browser.waitForEvent('page'),
      dispatch(page, 'approve_terminal', ' WDJP-XKLM '),
    ]);
    await opened.waitForLoadState();

    expect(opened.url()).toBe(`${origin()}/device?user_code=WDJP-XKLM`);
    expect(requestsSince(before)).toEqual(['GET /device?user_code=WDJP-XKLM']);
    await opened.close();
    await page.close();
  });

  test('says so where a server approves no terminals', async () => {
    const page = await open(ELSEWHERE);
    const [opened] = await Promise.all([browser.waitForEvent('page'), dispatch(page, 'approve_terminal')]);

    const notice = opened.locator('#latchkey-helper-notice p');
    await notice.waitFor();

    expect(await notice.textContent()).toContain('does not approve terminals');
    await opened.close();
    await page.close();
  });

  test('hands the session of a real console over to a shell, in which connect-dify goes on with it', async () => {
    await using latchkey = await Server.start();
    await setUp(latchkey);
    await worker.evaluate((servers) => chrome.storage.local.set({ servers, form: 'bash' }), [latchkey.address]);
    const page = await browser.newPage();
    await page.goto(`${latchkey.address}/signin`);
    await signInOnPage(page);
    await page.getByRole('heading', { name: 'Workspaces' }).waitFor();
    await page.bringToFront();

    expect(await choose(page, 'copy_command')).toContain('The login command is on the clipboard.');

    const home = mkdtempSync(join(tmpdir(), 'connect-dify-'));
    const script = `connect-dify() { '${process.execPath}' '${CONNECT_DIFY}' --json; }\n${await clipboard()}`;
    const env = { PATH: process.env.PATH ?? '', CONNECT_DIFY_HOME: home, CONNECT_DIFY_NO_KEYRING: '1' };
    const said = execFileSync('bash', ['--norc', '-c', script], { env, encoding: 'utf8' });
    expect(JSON.parse(said)).toMatchObject({ server: latchkey.address, email: ANN.email });
    rmSync(home, { recursive: true, force: true });
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

/** Looks on while the menu is built; the browser itself tells nobody what is in it. */
async function watchMenu(): Promise<void> {
  await worker.evaluate(() => {
    const create = chrome.contextMenus.create.bind(chrome.contextMenus);
    chrome.contextMenus.create = (item: chrome.contextMenus.CreateProperties) => {
      Reflect.set(globalThis, 'menu', {
        ...Reflect.get(globalThis, 'menu'),
        [item.id ?? '']: item.documentUrlPatterns,
      });
      return create(item);
    };
  });
}

function menu(): Promise<unknown> {
  return worker.evaluate(() => Reflect.get(globalThis, 'menu'));
}

describe('its options', () => {
  async function openOptions(colorScheme: 'light' | 'dark' = 'light', isAllowed = true): Promise<Page> {
    const page = await browser.newPage();
    await page.emulateMedia({ colorScheme });
    // The browser's own question, which nobody is here to answer.
    await page.addInitScript((allowed) => {
      chrome.permissions.request = async (asked: unknown) => {
        sessionStorage.setItem('asked', JSON.stringify(asked));
        return allowed;
      };
    }, isAllowed);
    await page.goto(`chrome-extension://${extensionId}/options.html`);
    return page;
  }

  test('add an address whose permission was granted before: it is kept and has a menu at once', async () => {
    await watchMenu();
    const page = await openOptions();
    await page.getByLabel('Address of another console').fill('https://other.example.test/dify/apps');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByText('https://other.example.test/dify', { exact: true }).waitFor();

    expect(await page.evaluate(() => sessionStorage.getItem('asked'))).toBe(
      '{"origins":["https://other.example.test/*"]}',
    );
    await expect
      .poll(menu)
      .toMatchObject({ copy_command: expect.arrayContaining(['https://other.example.test/dify/*']) });
    expect(await worker.evaluate(() => chrome.storage.local.get('servers'))).toEqual({
      servers: [origin(), origin(ELSEWHERE), 'https://other.example.test/dify'],
    });
    await page.close();
  });

  test('keep no address that the person does not allow', async () => {
    const page = await openOptions('light', false);
    await page.getByLabel('Address of another console').fill('https://other.example.test');
    await page.getByRole('button', { name: 'Add' }).click();

    await page.getByText('Nothing was added.').waitFor();
    expect(await worker.evaluate(() => chrome.storage.local.get('servers'))).toEqual({
      servers: [origin(), origin(ELSEWHERE)],
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
