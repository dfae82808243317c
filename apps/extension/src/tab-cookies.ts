/** The cookies that a tab sends to its page: of its own store, so that a private window has its own. */
export async function tabCookies(tab: chrome.tabs.Tab, url: string): Promise<chrome.cookies.Cookie[]> {
  const stores = await chrome.cookies.getAllCookieStores();
  const store = stores.find(({ tabIds }) => tab.id !== undefined && tabIds.includes(tab.id));
  return chrome.cookies.getAll({ url, ...(store !== undefined && { storeId: store.id }) });
}
