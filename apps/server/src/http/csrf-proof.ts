import type { AdmittedSession } from '@latchkey/core';
import type { FastifyRequest } from 'fastify';
import type { ServerContext } from './context.ts';
import { cookieName, cookieValues } from './cookies.ts';
import { isSecure } from './request-origin.ts';

/**
 * The signed double submit: header equals cookie, signed by us for this very session, not expired. Returns what is
 * wrong with it and what mends that, in words for whoever runs the client or the proxy.
 */
export function csrfFault(
  { tokens, platform }: ServerContext,
  request: FastifyRequest,
  { session }: AdmittedSession,
): string | undefined {
  const sent = request.headers['x-csrf-token'] ?? request.headers['x-csrftoken'];
  const name = cookieName('csrf_token', isSecure(request));
  const cookies = cookieValues(request.headers.cookie, name);
  if (typeof sent !== 'string' || sent === '') {
    return `The request has no X-CSRF-Token header. It repeats the cookie ${name}, which a page can read on the host that set it only: serve pages and API under one host.`;
  }
  if (cookies.length === 0) {
    return `The request has no cookie ${name}. Send it beside the X-CSRF-Token header, and let no proxy drop it.`;
  }
  if (!cookies.includes(sent)) {
    return `The X-CSRF-Token header differs from the cookie ${name}. Read the cookie again before each request.`;
  }
  const claims = tokens.csrf.read(sent);
  if (claims === undefined) return 'The token was not made by this server. Sign in again.';
  if (claims.sid !== session.id || claims.sub !== session.accountId) {
    return 'The token belongs to another session than the access token. Take both from one sign-in.';
  }
  if (platform.clock().getTime() >= claims.exp * 1000) return 'The token has expired. Renew the session.';
  return undefined;
}
