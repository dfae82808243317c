import { DEVICE_APPROVAL_TTL_SECONDS } from '@latchkey/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieValues, setCookie } from './cookies.ts';
import { isSecure } from './request-origin.ts';

/** Dify's name and path. */
const COOKIE = 'device_approval_grant';
const PATH = '/openapi/v1/oauth/device';

/** Gives an external user's browser what it approves a terminal with, or takes it away. */
export function sendApprovalCookie(request: FastifyRequest, reply: FastifyReply, token: string | undefined): void {
  const maxAgeSeconds = token === undefined ? 0 : DEVICE_APPROVAL_TTL_SECONDS;
  const options = { secure: isSecure(request), httpOnly: true, maxAgeSeconds, path: PATH };
  reply.header('set-cookie', setCookie(COOKIE, token ?? '', options));
}

export function approvalTokens(request: FastifyRequest): string[] {
  return cookieValues(request.headers.cookie, COOKIE).filter((value) => /^[\w-]{43}$/.test(value));
}
