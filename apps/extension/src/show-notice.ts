/** Says something in the page, for as long as it takes to read. */
export async function showNotice(tabId: number, text: string, tone: 'done' | 'trouble'): Promise<void> {
  const args: Parameters<typeof showInPage> = [text, tone, chrome.i18n.getMessage('name')];
  const results = await chrome.scripting
    .executeScript({ target: { tabId }, func: showInPage, args })
    // Pages of the browser's own take no scripts, and a tab may be gone.
    .catch(() => []);
  if (results[0]?.result === true) return;
  const badge = tone === 'done' ? '✓' : '!';
  const { setBadgeText, setTitle } = chrome.action;
  await Promise.all([setBadgeText({ tabId, text: badge }), setTitle({ tabId, title: text })]).catch(() => undefined);
}

/** Runs in the page; in a shadow tree, so that page and notice do not style each other. */
function showInPage(text: string, tone: 'done' | 'trouble', name: string): boolean {
  const id = 'latchkey-helper-notice';
  document.getElementById(id)?.remove();
  const host = document.createElement('div');
  host.id = id;
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { position: fixed; inset-block-start: 16px; inset-inline-end: 16px; z-index: 2147483647; color-scheme: light dark }
    p { margin: 0; max-inline-size: 360px; padding: 12px 16px; border: 1px solid; border-radius: 10px;
        font: 15px/1.5 system-ui, sans-serif; color: light-dark(#1c1f23, #e8eaea);
        background: light-dark(#ffffff, #191f23); border-color: light-dark(#e6e2da, #2a3238) }
    strong { display: block; color: ${tone === 'done' ? 'light-dark(#0e6b5c, #56bfa8)' : 'light-dark(#b42318, #f97066)'} }`);
  shadow.adoptedStyleSheets = [sheet];
  const notice = document.createElement('p');
  notice.setAttribute('role', tone === 'done' ? 'status' : 'alert');
  const title = document.createElement('strong');
  title.textContent = name;
  notice.append(title, text);
  shadow.append(notice);
  document.body.append(host);
  setTimeout(() => host.remove(), 2000 + 60 * text.length);
  return true;
}
