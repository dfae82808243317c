/** Copies a text from a page; returns whether it is on the clipboard now. */
export async function copyText(tabId: number, text: string): Promise<boolean> {
  return (await copyInPage(tabId, text)) || copyOffscreen(text);
}

async function copyInPage(tabId: number, text: string): Promise<boolean> {
  try {
    const [result] = await chrome.scripting.executeScript({ target: { tabId }, func: writeInPage, args: [text] });
    return result?.result === true;
  } catch {
    // Pages of the browser's own take no scripts.
    return false;
  }
}

/** Runs in the page. Over plain http there is no `navigator.clipboard`, and a rejected promise would look like success. */
async function writeInPage(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

let copying: Promise<unknown> = Promise.resolve();

/** One copy after the other: there is one offscreen page at a time. */
function copyOffscreen(text: string): Promise<boolean> {
  const copied = copying.then(() => copyFromOwnPage(text));
  copying = copied;
  return copied;
}

/** A page of the extension's own, which is secure whatever the tab is. */
async function copyFromOwnPage(text: string): Promise<boolean> {
  const { CLIPBOARD } = chrome.offscreen.Reason;
  const justification = 'Copies the text that was asked for, where the page itself may not.';
  try {
    if (!(await chrome.offscreen.hasDocument())) {
      await chrome.offscreen.createDocument({ url: 'offscreen.html', reasons: [CLIPBOARD], justification });
    }
    const isCopied = (await chrome.runtime.sendMessage({ kind: 'copy', text })) === true;
    await chrome.offscreen.closeDocument();
    return isCopied;
  } catch {
    // The browser allows no such page, or has closed it.
    return false;
  }
}
