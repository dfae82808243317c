/** Opens a page beside a tab, and returns its tab once it has been loaded; `isMissing` where the server has none there. */
export async function openPage(beside: chrome.tabs.Tab, url: string): Promise<{ tabId: number; isMissing: boolean }> {
  const { windowId, index, id } = beside;
  const place = { windowId, index: index + 1, ...(id !== undefined && { openerTabId: id }) };
  const { id: tabId = 0 } = await chrome.tabs.create({ url, ...place });
  await whenLoaded(tabId);
  return { tabId, isMissing: await isMissing(tabId) };
}

function whenLoaded(tabId: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      chrome.tabs.onUpdated.removeListener(onUpdated);
      chrome.tabs.onRemoved.removeListener(onRemoved);
      resolve();
    };
    const onUpdated = (id: number, { status }: { status?: string }) => {
      if (id === tabId && status === 'complete') finish();
    };
    const onRemoved = (id: number) => {
      if (id === tabId) finish();
    };
    chrome.tabs.onUpdated.addListener(onUpdated);
    chrome.tabs.onRemoved.addListener(onRemoved);
    // It may have been quicker than the listener, or is gone.
    void chrome.tabs.get(tabId).then(({ status, pendingUrl }) => {
      if (status === 'complete' && pendingUrl === undefined) finish();
    }, finish);
  });
}

async function isMissing(tabId: number): Promise<boolean> {
  try {
    const [result] = await chrome.scripting.executeScript({ target: { tabId }, func: isNotFound });
    return result?.result === true;
  } catch {
    // It has led elsewhere, as to sign in, or is gone.
    return false;
  }
}

/** Runs in the page. The browser remembers what the server answered; nothing is asked again. */
function isNotFound(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.responseStatus === 404;
}
