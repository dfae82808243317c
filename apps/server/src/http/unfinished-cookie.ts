import { UNFINISHED_SIGN_IN_TTL_SECONDS } from '@latchkey/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName, cookieValues, setCookie } from './cookies.ts';
import { isSecure } from './request-origin.ts';

const COOKIE = 'unfinished_sign_in';

/** Gives the browser what an unfinished sign-in goes on with, or takes it away. */
export function sendUnfinishedCookie(request: FastifyRequest, reply: FastifyReply, token: string | undefined): void {
  const secure = isSecure(request);
  const maxAgeSeconds = token === undefined ? 0 : UNFINISHED_SIGN_IN_TTL_SECONDS;
  reply.header(
    'set-cookie',
    setCookie(cookieName(COOKIE, secure), token ?? '', { secure, httpOnly: true, maxAgeSeconds }),
  );
}

/** Every token that the request carries for an unfinished sign-in. */
export function unfinishedTokens(request: FastifyRequest): string[] {
  return cookieValues(request.headers.cookie, cookieName(COOKIE, isSecure(request)));
}
