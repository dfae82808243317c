import { approvalPage } from './approve-terminal.ts';
import { copyText } from './copy-text.ts';
import { loginCommand } from './login-command.ts';
import { MENU, type MenuItem } from './menu.ts';
import { openPage } from './open-page.ts';
import { type BrowserSession, readSession } from './read-session.ts';
import { permissionFor, type ServerAddress, serverOf } from './server-address.ts';
import { allServers, type ExtensionSettings, loadSettings } from './settings.ts';
import { showNotice } from './show-notice.ts';
import { tabCookies } from './tab-cookies.ts';

type Click = Pick<chrome.contextMenus.OnClickData, 'menuItemId' | 'selectionText' | 'pageUrl'>;

/** Does what was chosen from the menu, and says in the page what came of it. */
export async function onClick(click: Click, tab: chrome.tabs.Tab | undefined): Promise<void> {
  const item = MENU.find((known) => known === click.menuItemId);
  if (item === undefined || tab?.id === undefined) return;
  const settings = await loadSettings();
  // Of a tab that it may not read the browser tells the address only with the click.
  const url = tab.url ?? click.pageUrl ?? '';
  const server = serverOf(url, allServers(settings));
  if (server === undefined) return say(tab.id, 'no_server', 'trouble');
  const isAllowed = await chrome.permissions.contains({ origins: [permissionFor(server)] });
  if (!isAllowed) return say(tab.id, 'no_permission', 'trouble');
  if (item === 'approve_terminal') return approve(tab, server, click.selectionText);
  const session = readSession(await tabCookies(tab, url), new Date());
  if (session.kind !== 'signed_in') return say(tab.id, session.kind, 'trouble');
  const isCopied = await copyText(tab.id, wanted(item, settings, server, session));
  return isCopied ? say(tab.id, `${item}_done`, 'done') : say(tab.id, 'not_copied', 'trouble');
}

async function approve(tab: chrome.tabs.Tab, server: ServerAddress, selected: string | undefined): Promise<void> {
  const { tabId, isMissing } = await openPage(tab, approvalPage(server, selected));
  if (isMissing) await say(tabId, 'no_device_flow', 'trouble');
}

function say(tabId: number, key: string, tone: 'done' | 'trouble'): Promise<void> {
  return showNotice(tabId, chrome.i18n.getMessage(key), tone);
}

function wanted(
  item: Exclude<MenuItem, 'approve_terminal'>,
  { form }: ExtensionSettings,
  server: ServerAddress,
  session: Extract<BrowserSession, { kind: 'signed_in' }>,
): string {
  switch (item) {
    case 'copy_command':
      return loginCommand(form, server, session);
    case 'copy_access_token':
      return session.accessToken;
    case 'copy_csrf_token':
      return session.csrfToken;
  }
}
