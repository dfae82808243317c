import { browserCsrfToken } from './browser-csrf-token.ts';
import { cookieHeader, readSetCookies, type SessionCookies } from './cookies.ts';
import { readClaims } from './token-claims.ts';
import type { HttpAnswer } from './transport.ts';
import { readObject } from './wire-call.ts';

/** What a session goes on with. */
export type Credentials =
  | { readonly kind: 'cookies'; readonly cookies: SessionCookies }
  /** Of servers before 1.9.2. */
  | { readonly kind: 'bearer'; readonly token: string; readonly refresh: string | undefined }
  /** A browser keeps the cookies, and sends them by itself. */
  | { readonly kind: 'browser' };

/** What a sign-in's answer hands out; `undefined` when that is nothing a session could go on with. */
export function receiveCredentials(answer: HttpAnswer, hasCookies: boolean): Credentials | undefined {
  if (!hasCookies) return readBearer(answer.text);
  const cookies = readSetCookies(answer.cookies, undefined);
  if (cookies !== undefined) return { kind: 'cookies', cookies };
  return browserCsrfToken() === undefined ? undefined : { kind: 'browser' };
}

/** The same credentials with what an answer has renewed of them. */
export function renewCredentials(credentials: Credentials, answer: HttpAnswer): Credentials {
  if (credentials.kind !== 'cookies') return credentials;
  const cookies = readSetCookies(answer.cookies, credentials.cookies);
  return cookies === undefined || cookies === credentials.cookies ? credentials : { kind: 'cookies', cookies };
}

/** @param withRefresh a refresh token goes only where it is asked for */
export function headersOf(credentials: Credentials, withRefresh: boolean): Record<string, string> {
  switch (credentials.kind) {
    case 'bearer':
      return { authorization: `Bearer ${credentials.token}` };
    case 'cookies':
      return { cookie: cookieHeader(credentials.cookies, withRefresh), 'x-csrf-token': credentials.cookies.csrf };
    case 'browser':
      return { 'x-csrf-token': browserCsrfToken() ?? '' };
  }
}

/** The body of the request that renews; `null` for none, `undefined` when there is nothing to renew with. */
export function renewalBody(credentials: Credentials): object | null | undefined {
  switch (credentials.kind) {
    case 'bearer':
      return credentials.refresh === undefined ? undefined : { refresh_token: credentials.refresh };
    case 'cookies':
      return credentials.cookies.refresh === undefined ? undefined : null;
    case 'browser':
      return null;
  }
}

/** What the answer to that request makes of them. */
export function renewedBy(credentials: Credentials, answer: HttpAnswer): Credentials {
  return credentials.kind === 'bearer'
    ? (readBearer(answer.text) ?? credentials)
    : renewCredentials(credentials, answer);
}

/** The token that every request proves itself with; empty where a browser keeps it. */
export function accessTokenOf(credentials: Credentials): string {
  switch (credentials.kind) {
    case 'bearer':
      return credentials.token;
    case 'cookies':
      return credentials.cookies.access;
    case 'browser':
      return '';
  }
}

/** Seconds since 1970; `undefined` when the token does not say. */
export function expiryOf(credentials: Credentials): number | undefined {
  return readClaims(accessTokenOf(credentials))?.exp;
}

function readBearer(json: string): Credentials | undefined {
  const data = readObject(json)?.data;
  if (isToken(data)) return { kind: 'bearer', token: data, refresh: undefined };
  if (typeof data !== 'object' || data === null || !('access_token' in data)) return undefined;
  const refresh = 'refresh_token' in data && isToken(data.refresh_token) ? data.refresh_token : undefined;
  return isToken(data.access_token) ? { kind: 'bearer', token: data.access_token, refresh } : undefined;
}

/** What a header takes; of anything else the refusal of the header would tell the value. */
function isToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
}
