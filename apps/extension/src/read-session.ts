/** What a browser keeps of a session with a console. */
export type BrowserSession =
  | { readonly kind: 'signed_in'; readonly accessToken: string; readonly csrfToken: string }
  /** The access token is gone or over, and the page would renew it. */
  | { readonly kind: 'renewable' }
  | { readonly kind: 'signed_out' };

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

const FAMILIES = ['__Host-', ''] as const;

/**
 * Reads the session out of a page's cookies. Both tokens come from one family of names, never one from each; a token
 * that has expired counts as gone.
 */
export function readSession(cookies: readonly NamedValue[], now: Date): BrowserSession {
  const value = (name: string) => cookies.find((cookie) => cookie.name === name && cookie.value !== '')?.value;
  for (const family of FAMILIES) {
    const [accessToken, csrfToken] = [value(`${family}access_token`), value(`${family}csrf_token`)];
    if (accessToken === undefined || csrfToken === undefined) continue;
    if (!isOver(accessToken, now) && !isOver(csrfToken, now)) return { kind: 'signed_in', accessToken, csrfToken };
  }
  const canRenew = FAMILIES.some((family) => value(`${family}refresh_token`) !== undefined);
  return { kind: canRenew ? 'renewable' : 'signed_out' };
}

/** Whether a token says of itself that it has expired; one that says nothing is left to the server. */
function isOver(token: string, now: Date): boolean {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    return typeof exp === 'number' && exp * 1000 <= now.getTime();
  } catch {
    return false;
  }
}
