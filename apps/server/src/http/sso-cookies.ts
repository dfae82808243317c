import { PENDING_LINK_TTL_SECONDS, SSO_TRANSACTION_TTL_SECONDS } from '@latchkey/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName, cookieValues, setCookie } from './cookies.ts';
import { isSecure } from './request-origin.ts';

const TRANSACTION = 'sso_transaction';
const PENDING = 'sso_pending_link';

/** 256 bits; a value of another shape was not made here. */
const TOKEN = /^[\w-]{43}$/;

/** Binds a round trip to this browser. */
export function sendTransactionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  send(request, reply, TRANSACTION, token, SSO_TRANSACTION_TTL_SECONDS);
}

export function transactionTokens(request: FastifyRequest): string[] {
  return tokensOf(request, TRANSACTION);
}

/** Gives the browser what its waiting identity is found by, or takes it away. */
export function sendPendingLinkCookie(request: FastifyRequest, reply: FastifyReply, token: string | undefined): void {
  send(request, reply, PENDING, token ?? '', token === undefined ? 0 : PENDING_LINK_TTL_SECONDS);
}

export function pendingLinkTokens(request: FastifyRequest): string[] {
  return tokensOf(request, PENDING);
}

function send(request: FastifyRequest, reply: FastifyReply, base: string, token: string, maxAgeSeconds: number): void {
  const secure = isSecure(request);
  reply.header('set-cookie', setCookie(cookieName(base, secure), token, { secure, httpOnly: true, maxAgeSeconds }));
}

function tokensOf(request: FastifyRequest, base: string): string[] {
  const values = cookieValues(request.headers.cookie, cookieName(base, isSecure(request)));
  return values.filter((value) => TOKEN.test(value));
}
