export type CookieTrouble = 'page_is_http' | 'server_sees_http' | 'blocked';

/**
 * Why cookies cannot have been kept: the scheme that the browser opened the page under (`https:`) against the one that
 * the server takes the connection for (`https`), which decides how it sets its cookies.
 */
export function cookieTrouble(pageProtocol: string, serverScheme: string): CookieTrouble {
  if (pageProtocol === 'http:' && serverScheme === 'https') return 'page_is_http';
  if (pageProtocol === 'https:' && serverScheme === 'http') return 'server_sees_http';
  return 'blocked';
}
