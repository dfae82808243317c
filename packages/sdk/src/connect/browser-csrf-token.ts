/**
 * The CSRF token that a browser keeps for the page this runs in; `undefined` outside of browsers. Dify's cookie with it
 * is the one that pages may read.
 */
export function browserCsrfToken(): string | undefined {
  const page: unknown = Reflect.get(globalThis, 'document');
  if (typeof page !== 'object' || page === null || !('cookie' in page)) return undefined;
  return /(?:^|;\s*)(?:__Host-)?csrf_token=([^;]+)/.exec(String(page.cookie))?.[1];
}
