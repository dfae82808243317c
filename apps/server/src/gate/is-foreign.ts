import type { WebApp } from '@latchkey/core';

/** A request as the browser sent it, whichever proxy tells of it. */
interface Sent {
  readonly method: string;
  readonly origin: string | undefined;
  readonly isSocket: boolean;
  readonly hostname: string;
  readonly isSecure: boolean;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a page of another site, or of a sibling app, acts with the visitor's session: their browser sends the cookie
 * along for every host of one domain. Ports keep no cookies apart, and a proxy may not tell them, so they do not count.
 */
export function isForeign(
  { method, origin, isSocket, hostname, isSecure }: Sent,
  { frameOrigins }: Pick<WebApp, 'frameOrigins'>,
): boolean {
  if (origin === undefined || (SAFE.has(method) && !isSocket) || frameOrigins.includes(origin)) return false;
  const page = URL.canParse(origin) ? new URL(origin) : undefined;
  const isOwn = page !== undefined && page.hostname === hostname && (!isSecure || page.protocol === 'https:');
  return !isOwn;
}
