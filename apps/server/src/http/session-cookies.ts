import type { IssuedSession } from '@latchkey/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerContext } from './context.ts';
import { cookieName, cookieValues, setCookie } from './cookies.ts';
import { isSecure } from './request-origin.ts';

/** The cookies of a session, in the order Dify sends them. */
const COOKIES = ['access_token', 'refresh_token', 'csrf_token'] as const;

/** What the cookies of a session hold. */
export type SessionCookies = Record<(typeof COOKIES)[number], string>;

/** Gives the browser a session that was just opened or renewed, and returns what the cookies hold. */
export function sendSessionCookies(
  { platform, tokens }: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { session, refreshToken }: IssuedSession,
): SessionCookies {
  const { accessSeconds, refreshSeconds } = platform.rules.sessions;
  const exp = Math.floor(platform.clock().getTime() / 1000) + accessSeconds;
  const { accountId, id: sid } = session;
  const values = {
    access_token: tokens.access.sign({ user_id: accountId, exp, iss: 'SELF_HOSTED', sub: 'Console API Passport', sid }),
    refresh_token: refreshToken,
    csrf_token: tokens.csrf.sign({ exp, sub: accountId, sid }),
  };
  const secure = isSecure(request);
  reply.header(
    'set-cookie',
    COOKIES.map((base) =>
      setCookie(cookieName(base, secure), values[base], {
        secure,
        httpOnly: base !== 'csrf_token',
        maxAgeSeconds: base === 'refresh_token' ? refreshSeconds : accessSeconds,
      }),
    ),
  );
  return values;
}

/** Takes the cookies of a session away. */
export function clearSessionCookies(request: FastifyRequest, reply: FastifyReply): void {
  const secure = isSecure(request);
  reply.header(
    'set-cookie',
    COOKIES.map((base) =>
      setCookie(cookieName(base, secure), '', { secure, httpOnly: base !== 'csrf_token', maxAgeSeconds: 0 }),
    ),
  );
}

/** Every refresh token that a request carries. */
export function refreshTokens(request: FastifyRequest): string[] {
  return cookieValues(request.headers.cookie, cookieName('refresh_token', isSecure(request)));
}
