import { buildMenu } from './menu.ts';
import { onClick } from './on-click.ts';

// Whenever what the menu is made from has changed, and not when a permission did: that may come first.
chrome.runtime.onInstalled.addListener(() => void buildMenu());
chrome.runtime.onStartup.addListener(() => void buildMenu());
chrome.storage.onChanged.addListener(() => void buildMenu());

chrome.contextMenus.onClicked.addListener((click, tab) => void onClick(click, tab));
chrome.action.onClicked.addListener(() => void chrome.runtime.openOptionsPage());
