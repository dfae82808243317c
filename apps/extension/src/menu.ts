import { pagesOf } from './server-address.ts';
import { allServers, loadSettings } from './settings.ts';

export const MENU = ['copy_command', 'copy_access_token', 'copy_csrf_token', 'approve_terminal'] as const;

export type MenuItem = (typeof MENU)[number];

let building: Promise<void> = Promise.resolve();

/** Builds the menu anew for the servers that are set now; one time after the other, however often it is asked. */
export function buildMenu(): Promise<void> {
  building = building.then(build, build);
  return building;
}

async function build(): Promise<void> {
  const documentUrlPatterns = allServers(await loadSettings()).map(pagesOf);
  await chrome.contextMenus.removeAll();
  const contexts: [`${chrome.contextMenus.ContextType}`, ...`${chrome.contextMenus.ContextType}`[]] = [
    'page',
    'selection',
    'link',
    'image',
    'editable',
  ];
  chrome.contextMenus.create({ id: 'latchkey', title: text('name'), contexts, documentUrlPatterns });
  for (const id of MENU) {
    chrome.contextMenus.create({ id, parentId: 'latchkey', title: text(id), contexts, documentUrlPatterns });
  }
}

function text(key: string): string {
  return chrome.i18n.getMessage(key);
}
