import { approvalPage } from './approve-terminal.ts';
import { copyText } from './copy-text.ts';
import { loginCommand } from './login-command.ts';
import { MENU, type MenuItem } from './menu.ts';
import { openPage } from './open-page.ts';
import { type BrowserSession, readSession } from './read-session.ts';
import { type ServerAddress, serverOf } from './server-address.ts';
import { allServers, type ExtensionSettings, loadSettings } from './settings.ts';
import { showNotice } from './show-notice.ts';
import { tabCookies } from './tab-cookies.ts';

type Click = Pick<chrome.contextMenus.OnClickData, 'menuItemId' | 'selectionText'>;

/** Does what was chosen from the menu, and says in the page what came of it. */
export async function onClick({ menuItemId, selectionText }: Click, tab: chrome.tabs.Tab | undefined): Promise<void> {
  const item = MENU.find((known) => known === menuItemId);
  if (item === undefined || tab?.id === undefined) return;
  const say = (key: string, tone: 'done' | 'trouble') => showNotice(tab.id ?? 0, chrome.i18n.getMessage(key), tone);
  const settings = await loadSettings();
  const server = tab.url === undefined ? undefined : serverOf(tab.url, allServers(settings));
  if (server === undefined || tab.url === undefined) return say('no_server', 'trouble');
  if (item === 'approve_terminal') {
    const { tabId, isMissing } = await openPage(tab, approvalPage(server, selectionText));
    return isMissing ? showNotice(tabId, chrome.i18n.getMessage('no_device_flow'), 'trouble') : undefined;
  }
  const session = readSession(await tabCookies(tab, tab.url), new Date());
  if (session.kind !== 'signed_in') return say(session.kind, 'trouble');
  const isCopied = await copyText(tab.id, wanted(item, settings, server, session));
  return isCopied ? say(`${item}_done`, 'done') : say('not_copied', 'trouble');
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
