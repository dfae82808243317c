import type { ServerAddress } from './server-address.ts';

const USER_CODE = /\b[A-Z\d]{4}-?[A-Z\d]{4}\b/i;

/**
 * Where a terminal is approved: the server's own page, which shows what asks and wants a second look. Approving here
 * would take that page away. A selected code goes along. `undefined` where the server has no such page.
 */
export async function approvalPage(
  tabId: number,
  server: ServerAddress,
  selected: string | undefined,
): Promise<string | undefined> {
  const [result] = await chrome.scripting.executeScript({
    target: { tabId },
    func: hasDeviceFlow,
    args: [new URL(server).pathname.replace(/\/+$/, '')],
  });
  if (result?.result !== true) return undefined;
  const code = USER_CODE.exec(selected ?? '')?.[0];
  return `${server}/device${code === undefined ? '' : `?user_code=${encodeURIComponent(code.toUpperCase())}`}`;
}

/** Runs in the page: asks its own server, without cookies. */
async function hasDeviceFlow(path: string): Promise<boolean> {
  try {
    return (await fetch(`${path}/openapi/v1/_version`, { credentials: 'omit' })).ok;
  } catch {
    return false;
  }
}
