/**
 * Where to go after sign-in: the wanted address when it is a path of this origin, else `/`. Schemes, other hosts and
 * whatever a browser would read as another host (`//`, `/\`, `/.//`) lead home.
 */
export function redirectTarget(wanted: string | undefined, origin: string): string {
  if (wanted === undefined || !wanted.startsWith('/') || !URL.canParse(wanted, origin)) return '/';
  const url = new URL(wanted, origin);
  if (url.origin !== origin || url.pathname.startsWith('//')) return '/';
  // The page where somebody links an identity asks them to sign in on the way.
  if (/^\/signin(?:\/|$)/.test(url.pathname) && url.pathname !== '/signin/link') return '/';
  return url.pathname + url.search + url.hash;
}
