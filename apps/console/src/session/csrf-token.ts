/** The CSRF token in a `document.cookie` string; the name depends on whether the server answered over https. */
export function csrfToken(cookies: string): string | undefined {
  const values = new Map(cookies.split('; ').map((pair) => splitOnce(pair)));
  return values.get('__Host-csrf_token') ?? values.get('csrf_token');
}

function splitOnce(pair: string): [string, string] {
  const equals = pair.indexOf('=');
  return [pair.slice(0, equals), pair.slice(equals + 1)];
}
