/** The three cookies of a session, whichever family of names they came in. */
export interface SessionCookies {
  /** `both`: somebody handed the tokens over, and which names the server wants shows when it sets them. */
  readonly family: '__Host-' | '' | 'both';
  readonly access: string;
  readonly csrf: string;
  /** Missing when somebody handed over only the other two. */
  readonly refresh: string | undefined;
}

/**
 * Takes over what an answer sets. An answer that sets one family of names replaces the session's cookies by it, also
 * when it clears the other; a cookie that is set empty, or to expire at once, is gone.
 */
export function readSetCookies(
  lines: readonly string[],
  known: SessionCookies | undefined,
): SessionCookies | undefined {
  const found = new Map<string, string>();
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split(';');
    const separator = pair.indexOf('=');
    if (separator < 1) continue;
    const isOver = attributes.some((attribute) => /^\s*max-age\s*=\s*(0|-\d+)\s*$/i.test(attribute));
    found.set(pair.slice(0, separator).trim(), isOver ? '' : pair.slice(separator + 1).trim());
  }
  let isGone = false;
  for (const family of ['__Host-', ''] as const) {
    const take = (name: string, before: string | undefined) => found.get(`${family}${name}`) ?? before;
    if (!['access_token', 'csrf_token', 'refresh_token'].some((name) => found.has(`${family}${name}`))) continue;
    const before = known?.family === family || known?.family === 'both' ? known : undefined;
    const access = take('access_token', before?.access);
    const csrf = take('csrf_token', before?.csrf);
    if (access && csrf) return { family, access, csrf, refresh: take('refresh_token', before?.refresh) || undefined };
    isGone ||= before !== undefined;
  }
  return isGone ? undefined : known;
}

/** The `Cookie` header of a session. A refresh token goes only where it is asked for. */
export function cookieHeader({ family, access, csrf, refresh }: SessionCookies, withRefresh: boolean): string {
  const families = family === 'both' ? (['__Host-', ''] as const) : [family];
  const pairs = families.flatMap((prefix) => [`${prefix}access_token=${access}`, `${prefix}csrf_token=${csrf}`]);
  if (withRefresh && refresh !== undefined)
    pairs.push(...families.map((prefix) => `${prefix}refresh_token=${refresh}`));
  return pairs.join('; ');
}
