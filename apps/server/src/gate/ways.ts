import { createHash } from 'node:crypto';
import type { WebApp } from '@latchkey/core';

/** Where the gate sends a browser. */

/** Latchkey's own address at which somebody enters a WebApp; step 1 of `contract/src/endpoints/webapps/gate.ts`. */
export function entrance(code: string, nonce: string, returnPath: string): string {
  return `/gate/enter?${new URLSearchParams({ app: code, nonce: digestOf(nonce), return: returnPath })}`;
}

/** The page that asks somebody to sign in, or tells why they are not let in. */
export function signInPage(
  { code }: Pick<WebApp, 'code'>,
  said: { readonly reason: string; readonly reference: string; readonly entrance?: string },
): string {
  const parameters = new URLSearchParams({ app: code, reason: said.reason, reference: said.reference });
  if (said.entrance !== undefined) parameters.set('redirect_url', said.entrance);
  return `/webapp-signin?${parameters}`;
}

/** Where on the app's own host the browser exchanges its code. */
export function callback(address: string, code: string, returnPath: string): string {
  return `${address}/.latchkey/callback?${new URLSearchParams({ code, return: returnPath })}`;
}

/** A path to come back to: on the same host, or the front page. */
export function samePath(text: string | undefined): string {
  if (text === undefined || !/^\/(?![/\\])[^\\\s]*$/.test(text)) return '/';
  return text.startsWith('/.latchkey/') ? '/' : text;
}

/** What Latchkey is told of a nonce; only the browser's cookie has the nonce itself. */
function digestOf(nonce: string): string {
  return createHash('sha256').update(nonce).digest('base64url');
}
