import type { Caller, Endpoint } from '@latchkey/contract';
import {
  type AdminActor,
  type AdmittedAdminSession,
  type AdmittedBearer,
  type AdmittedExternal,
  type AdmittedSession,
  API_KEY_PREFIX,
  authenticateAdministrator,
  authenticateApiKey,
  authenticateBearer,
  authenticateExternal,
  authenticateSession,
  DomainError,
  EXTERNAL_TOKEN_PREFIX,
} from '@latchkey/core';
import type { FastifyRequest } from 'fastify';
import { ADMIN_COOKIE, ADMIN_HEADER } from './admin-cookie.ts';
import type { ServerContext } from './context.ts';
import { cookieName, cookieValues } from './cookies.ts';
import { csrfFault } from './csrf-proof.ts';
import { isSecure, requestOrigin } from './request-origin.ts';

/** Who a handler acts for, by the kind of caller its endpoint names. */
export interface Actors {
  readonly anyone: undefined;
  readonly console: AdmittedSession;
  readonly console_cookie: AdmittedSession;
  readonly bearer: AdmittedBearer;
  readonly any_bearer: AdmittedBearer | AdmittedExternal;
  readonly administrator: AdminActor;
  readonly administrator_session: AdmittedAdminSession;
}

type Authenticate<C extends Caller> = (
  context: ServerContext,
  request: FastifyRequest,
  endpoint: Endpoint,
) => Promise<Actors[C]>;

const byCaller: { readonly [C in Caller]: Authenticate<C> } = {
  anyone: async () => undefined,
  console: (context, request) => admitConsole(context, request, bearerToken(request)),
  console_cookie: (context, request) => admitConsole(context, request, undefined),
  bearer: async ({ platform }, request) => {
    const token = requireBearer(request);
    if (!token.startsWith(EXTERNAL_TOKEN_PREFIX)) return authenticateBearer(platform, token);
    const { user } = await authenticateExternal(platform, token);
    await noteWrongSurface(platform, request, user);
    throw new DomainError('forbidden', { message: 'unsupported_token_type' });
  },
  any_bearer: ({ platform }, request) => {
    const token = requireBearer(request);
    return token.startsWith(EXTERNAL_TOKEN_PREFIX)
      ? authenticateExternal(platform, token)
      : authenticateBearer(platform, token);
  },
  administrator: async (context, request, { scope }) => {
    const token = bearerToken(request);
    if (token?.startsWith(API_KEY_PREFIX)) return authenticateApiKey(context.platform, token, scope);
    const { account, session, hasOneTimePassword } = await authenticateAdmin(context, request);
    if (hasOneTimePassword) throw new DomainError('forbidden', { message: 'Replace your one-time password first.' });
    return { kind: 'administrator', account, session };
  },
  administrator_session: (context, request) => authenticateAdmin(context, request),
};

/** Admits the person signed in by cookie, where an endpoint is for others too; refuses as the endpoint says. */
export async function authenticateConsole(
  endpoint: Endpoint,
  context: ServerContext,
  request: FastifyRequest,
): Promise<AdmittedSession> {
  const actor = await authenticate({ ...endpoint, caller: 'console_cookie' }, context, request);
  if (actor === undefined || !('isPasswordSet' in actor)) throw new DomainError('unauthorized');
  return actor;
}

/**
 * Admits whoever an endpoint names as its caller.
 *
 * @throws DomainError `unauthorized` (`no_session` where the endpoint says so), `not_setup`, `not_init_validated`,
 *   `account_not_initialized`, `too_many_requests`.
 */
export async function authenticate(
  endpoint: Endpoint,
  context: ServerContext,
  request: FastifyRequest,
): Promise<Actors[Caller]> {
  const actor = await byCaller[endpoint.caller](context, request, endpoint).catch((error: unknown) => {
    const isUnauthorized = error instanceof DomainError && error.code === 'unauthorized';
    throw isUnauthorized && endpoint.errors.includes('no_session') ? new DomainError('no_session') : error;
  });
  if (isUninitialized(actor) && endpoint.errors.includes('account_not_initialized')) {
    throw new DomainError('account_not_initialized');
  }
  return actor;
}

function isUninitialized(actor: Actors[Caller]): boolean {
  return actor !== undefined && 'account' in actor && actor.account.status === 'uninitialized';
}

/** Admits a session of the administration; a page of another site cannot send the header that goes with its cookie. */
async function authenticateAdmin({ platform }: ServerContext, request: FastifyRequest): Promise<AdmittedAdminSession> {
  const tokens = cookieValues(request.headers.cookie, cookieName(ADMIN_COOKIE, isSecure(request)));
  let refusal = new DomainError('unauthorized', { message: 'Sign in to the administration.' });
  if (request.headers[ADMIN_HEADER] === undefined) throw refusal;
  for (const token of tokens) {
    try {
      return await authenticateAdministrator(platform, token);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/**
 * Admits a console session and proves its CSRF token. A bearer header wins over cookies; of several cookies of one
 * name the first that works counts, whichever was set last.
 */
async function admitConsole(
  context: ServerContext,
  request: FastifyRequest,
  bearer: string | undefined,
): Promise<AdmittedSession> {
  if (!(await context.isSetUp()))
    throw new DomainError(context.settings.initPassword === undefined ? 'not_setup' : 'not_init_validated');
  let refusal: DomainError | undefined;
  for (const token of accessTokens(request, bearer)) {
    try {
      return await prove(context, request, await admit(context, token));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refusal = error;
    }
  }
  throw refusal ?? new DomainError('unauthorized', { message: withoutToken(request) });
}

/**
 * The session that the access token of a request names, without a proof that a page of ours sent it: enough for ending
 * it, for which other sites lack the cookie (SameSite).
 */
export async function findConsoleSession(
  context: ServerContext,
  request: FastifyRequest,
): Promise<AdmittedSession | undefined> {
  for (const token of accessTokens(request, bearerToken(request))) {
    const admitted = await admit(context, token).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
    });
    if (admitted !== undefined) return admitted;
  }
  return undefined;
}

async function admit(context: ServerContext, token: string): Promise<AdmittedSession> {
  const { platform, tokens } = context;
  const claims = tokens.access.read(token);
  if (claims === undefined) throw new DomainError('unauthorized', { message: unreadToken(token) });
  if (isPast(context, claims.exp)) throw new DomainError('unauthorized', { message: 'Token has expired.' });
  return authenticateSession(platform, claims.sid);
}

async function prove(
  context: ServerContext,
  request: FastifyRequest,
  admitted: AdmittedSession,
): Promise<AdmittedSession> {
  const fault = csrfFault(context, request, admitted);
  // The first sentence is Dify's.
  if (fault !== undefined)
    throw new DomainError('unauthorized', { message: `CSRF token is missing or invalid. ${fault}` });
  return admitted;
}

/** Dify's words for a token that somebody else signed, and for what is no token. */
function unreadToken(token: string): string {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token) ? 'Invalid token signature.' : 'Invalid token.';
}

/** Dify's words, and what else is true when a proxy's https did not reach us. */
function withoutToken(request: FastifyRequest): string {
  const isMisled = !isSecure(request) && cookieValues(request.headers.cookie, '__Host-access_token').length > 0;
  const cause =
    ' The cookies are those of an https connection, but the request came to the server as http: list the proxy in LATCHKEY_TRUSTED_PROXIES and have it send X-Forwarded-Proto.';
  return `Invalid Authorization token.${isMisled ? cause : ''}`;
}

function isPast({ platform }: ServerContext, exp: number): boolean {
  return platform.clock().getTime() >= exp * 1000;
}

function accessTokens(request: FastifyRequest, bearer: string | undefined): string[] {
  if (bearer !== undefined) return [bearer];
  return cookieValues(request.headers.cookie, cookieName('access_token', isSecure(request)));
}

function requireBearer(request: FastifyRequest): string {
  const token = bearerToken(request);
  if (token === undefined) throw new DomainError('unauthorized', { message: 'bearer required' });
  return token;
}

/** A token that is good elsewhere was shown here: written down, as Dify does. */
async function noteWrongSurface(
  { store, clock }: ServerContext['platform'],
  request: FastifyRequest,
  { id, email }: AdmittedExternal['user'],
): Promise<void> {
  const details = {
    subject_type: 'external_sso',
    subject_email: email,
    attempted_path: request.routeOptions.url ?? '',
  };
  const entry = { at: clock(), actorId: null, subjectId: id, origin: requestOrigin(request), details };
  await store.audit.append({ ...entry, action: 'openapi.wrong_surface_denied' });
}

/** What an Authorization header of the scheme Bearer holds; other schemes are not ours. */
export function bearerToken(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization;
  return header !== undefined && /^bearer /i.test(header) ? header.slice(7).trim() : undefined;
}
