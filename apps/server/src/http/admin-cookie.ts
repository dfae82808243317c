import { ADMIN_SESSION_SECONDS } from '@latchkey/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName, setCookie } from './cookies.ts';
import { isSecure } from './request-origin.ts';

export const ADMIN_COOKIE = 'latchkey_admin';
/** Goes with the cookie on every request: only a page of this origin can set it. */
export const ADMIN_HEADER = 'x-latchkey-admin';

/** Gives the browser a session of the administration, or takes it away. */
export function sendAdminCookie(request: FastifyRequest, reply: FastifyReply, token: string | undefined): void {
  const secure = isSecure(request);
  const maxAgeSeconds = token === undefined ? 0 : ADMIN_SESSION_SECONDS;
  const options = { secure, httpOnly: true, maxAgeSeconds, sameSite: 'Strict' as const };
  reply.header('set-cookie', setCookie(cookieName(ADMIN_COOKIE, secure), token ?? '', options));
}
