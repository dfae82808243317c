import { APP_SESSION_TTL_SECONDS, type WebApp } from '@latchkey/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName, cookieValues, setCookie } from '../http/cookies.ts';
import { isSecure } from '../http/request-origin.ts';
import type { Place } from './place.ts';

/** Both belong to one host, or to one path of ours; never to a parent domain. */
const SESSION = 'latchkey_app';
const NONCE = 'latchkey_app_nonce';
const NONCE_SECONDS = 3600;

export function sessionTokensOf(request: FastifyRequest, place: Place): string[] {
  return cookieValues(request.headers.cookie, nameOf(SESSION, request, place));
}

/** What the browser keeps while it is away at Latchkey's page: 256 bits. */
export function nonceOf(request: FastifyRequest, place: Place): string | undefined {
  const values = cookieValues(request.headers.cookie, nameOf(NONCE, request, place));
  return values.find((value) => /^[\w-]{43}$/.test(value));
}

export function sendSession(
  request: FastifyRequest,
  reply: FastifyReply,
  place: Place,
  token: string,
  { frameOrigins }: Pick<WebApp, 'frameOrigins'>,
): void {
  // In a frame of another site a browser sends no other cookie; it takes this one over https only.
  const isFramed = frameOrigins.length > 0 && isSecure(request);
  reply.header(
    'set-cookie',
    setCookie(nameOf(SESSION, request, place), token, {
      secure: isSecure(request),
      httpOnly: true,
      maxAgeSeconds: APP_SESSION_TTL_SECONDS,
      path: `${place.prefix}/`,
      ...(isFramed && { sameSite: 'None' as const }),
    }),
  );
}

export function sendNonce(request: FastifyRequest, reply: FastifyReply, place: Place, nonce: string): void {
  const options = { secure: isSecure(request), httpOnly: true, maxAgeSeconds: NONCE_SECONDS, path: `${place.prefix}/` };
  reply.header('set-cookie', setCookie(nameOf(NONCE, request, place), nonce, options));
}

/** Cookies of ours that must not reach an app, nor come from one; on a host of its own only those of the gate. */
export function isOurCookie(name: string, place: Place): boolean {
  const plain = name.replace(/^__(Host|Secure)-/i, '').toLowerCase();
  return plain.startsWith(SESSION) || (place.kind === 'path' && CONSOLE.has(plain));
}

const CONSOLE = new Set([
  'access_token',
  'refresh_token',
  'csrf_token',
  'session',
  'latchkey_admin',
  'unfinished_sign_in',
  'webapp_access_token',
  'sso_transaction',
  'sso_pending_link',
  'device_approval_grant',
  'sso_transaction',
  'sso_pending_link',
  'device_approval_grant',
]);

function nameOf(base: string, request: FastifyRequest, { kind }: Place): string {
  return kind === 'path' ? base : cookieName(base, isSecure(request));
}
