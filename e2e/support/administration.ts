import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openWindow } from './browser.ts';
import { ANN } from './people.ts';
import type { Server } from './server.ts';

const BUNDLE = join(import.meta.dirname, '../../apps/server/dist/latchkey.mjs');

/** Fills the form at the administration's own door. */
export async function signInToAdministration(page: Page, person = ANN): Promise<void> {
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in to the administration' }).click();
}

/** A window on a page of the administration, as Ann. */
export async function openAdministration(
  browser: Browser,
  server: Server,
  path = '/admin',
  options: BrowserContextOptions = {},
): Promise<{ page: Page; errors: string[] }> {
  const { page, errors } = await openWindow(browser, options);
  await page.goto(server.address + path);
  await signInToAdministration(page);
  await page.getByRole('navigation', { name: 'Pages', exact: true }).waitFor();
  return { page, errors };
}

/** Runs `latchkey admin …` at the server's shell, beside the running server. */
export async function atTheShell(server: Server, ...words: string[]): Promise<string> {
  const args = [BUNDLE, 'admin', ...words, '--data-dir', server.dataDir];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return stdout;
}
