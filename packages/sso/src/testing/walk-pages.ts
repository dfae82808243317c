import type { SsoRedirect } from '@latchkey/core';

/** What a browser remembers, by name. */
export type Cookies = Map<string, string>;

/**
 * What a person's browser does at a provider: follows redirects, keeps cookies, fills in the form and presses the
 * button of every page, until it is sent back.
 *
 * @returns the fields of the query or form with which it comes back.
 */
export async function walkPages(
  start: SsoRedirect,
  backUrl: string,
  form: Readonly<Record<string, string>>,
  cookies: Cookies = new Map(),
): Promise<Readonly<Record<string, string>>> {
  let next: Step =
    start.kind === 'url'
      ? { url: start.url, body: null }
      : { url: start.action, body: new URLSearchParams({ ...start.fields }) };
  for (let step = 0; step < 20; step += 1) {
    if (next.url.split('?')[0] === backUrl) {
      return Object.fromEntries(next.body ?? new URL(next.url).searchParams);
    }
    const response = await visit(next, cookies);
    const location = response.headers.get('location');
    if (location !== null) next = { url: new URL(location, next.url).href, body: null };
    else next = submit(await readPage(response), next.url, form);
  }
  throw new Error(`the walk never came back; it is at ${next.url}`);
}

interface Step {
  readonly url: string;
  readonly body: URLSearchParams | null;
}

async function visit({ url, body }: Step, cookies: Cookies): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, {
    method: body === null ? 'GET' : 'POST',
    body,
    redirect: 'manual',
    headers: { cookie },
  });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  return response;
}

async function readPage(response: Response): Promise<string> {
  const page = await response.text();
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${page}`);
  return page;
}

/** The page's form with what is hidden in it, and what the person knows of what it asks for. */
function submit(page: string, url: string, answers: Readonly<Record<string, string>>): Step {
  const [form] = /<form[^>]*>.*?<\/form>/is.exec(page) ?? [];
  if (form === undefined) throw new Error(`no form at ${url}: ${page}`);
  const body = new URLSearchParams();
  // A button may stand elsewhere on the page; the first is the one that goes on.
  const [button = ''] = /<button[^>]*\sform="[^>]*>/i.exec(page) ?? [];
  for (const [input] of (form + button).matchAll(/<(input|button)[^>]*>/gis)) {
    const name = attributeOf(input, 'name');
    if (name !== '') body.set(name, answers[name] ?? attributeOf(input, 'value'));
  }
  const action = attributeOf(form.slice(0, form.indexOf('>') + 1), 'action');
  return { url: new URL(action, url).href, body };
}

function attributeOf(tag: string, name: string): string {
  const [, value = ''] = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag) ?? [];
  return value
    .replaceAll('&quot;', '"')
    .replace(/&#x([0-9a-f]+);/gi, (_match, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_match, decimal) => String.fromCodePoint(Number(decimal)))
    .replaceAll('&amp;', '&');
}
