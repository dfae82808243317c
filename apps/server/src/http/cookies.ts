/** Every value a request carries for a cookie, in order: duplicates arrive and none of them is more likely right. */
export function cookieValues(header: string | undefined, name: string): string[] {
  if (header === undefined) return [];
  const values: string[] = [];
  for (const part of header.split(';')) {
    const separator = part.indexOf('=');
    if (separator > 0 && part.slice(0, separator).trim() === name) values.push(part.slice(separator + 1).trim());
  }
  return values;
}

interface CookieOptions {
  readonly secure: boolean;
  readonly httpOnly: boolean;
  /** 0 clears the cookie. */
  readonly maxAgeSeconds: number;
  /** `Lax` unless named. */
  readonly sameSite?: 'Strict' | 'None';
  /** `/` unless named. */
  readonly path?: string;
}

/** One `Set-Cookie`; the value is a token of ours and needs no escaping. `Path=/` is always explicit: .NET needs it. */
export function setCookie(
  name: string,
  value: string,
  { secure, httpOnly, maxAgeSeconds, sameSite, path = '/' }: CookieOptions,
): string {
  const end = maxAgeSeconds === 0 ? '; Expires=Thu, 01 Jan 1970 00:00:00 GMT' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}${end}; SameSite=${sameSite ?? 'Lax'}${httpOnly ? '; HttpOnly' : ''}${secure ? '; Secure' : ''}`;
}

/** The name of a cookie on this connection: over https a `__Host-` name, which no sibling host can set. */
export function cookieName(base: string, secure: boolean): string {
  return secure ? `__Host-${base}` : base;
}
