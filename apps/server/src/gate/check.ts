import { ERRORS, type ErrorCode } from '@latchkey/contract/vocabulary';
import { DomainError, isInRange, judgeRequest, type WebAppName } from '@latchkey/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerContext } from '../http/context.ts';
import { requestOrigin } from '../http/request-origin.ts';
import { sessionTokensOf } from './app-cookies.ts';
import { identityHeaders } from './identity-headers.ts';
import { isForeign } from './is-foreign.ts';
import { addressOf, OWN_PATH, type Place } from './place.ts';
import type { RefusalNotes } from './refusal-notes.ts';
import { appCookies } from './request-headers.ts';
import { samePath, signInPage } from './ways.ts';

const PATH = '/gate/check';
const LOOPBACK = ['127.0.0.0/8', '::1'];
const MENDABLE: readonly string[] = ['sign_in_needed', 'external_sign_in_needed', 'passphrase_needed'];

/**
 * Whether a request is another proxy's question. On the host of an app only one that says for what it asks: a visitor's
 * own request for such a path is the app's.
 */
export function isCheck({ gateOptions: { domain }, settings }: ServerContext, request: FastifyRequest): boolean {
  const [path = ''] = (request.raw.url ?? '').split('?');
  if (path !== PATH && !path.startsWith(`${PATH}/`)) return false;
  const isAppHost = domain !== undefined && request.hostname.endsWith(`.${domain}`);
  return !isAppHost || (isTrusted(request, settings.trustedProxies) && uriOf(request) !== undefined);
}

/**
 * Answers a proxy that asks whether a visitor may pass (nginx `auth_request`, Caddy `forward_auth`, Traefik
 * `forwardAuth`, Envoy `ext_authz`): 200 with who they are, and with the cookies that are the app's own; 401 for somebody
 * who can sign in, 403 with the reason. `X-Latchkey-Location` is where a person should go; with `?redirect=1`, and asked
 * in Envoy's way, the answer sends them there itself.
 *
 * @throws DomainError `untrusted_proxy`.
 */
export async function answerCheck(
  context: ServerContext,
  noteRefused: RefusalNotes,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { platform, settings, gateOptions, identityTokens } = context;
  if (!isTrusted(request, settings.trustedProxies)) throw new DomainError('untrusted_proxy');
  const place = placeOfCheck(context, request);
  const { ip } = requestOrigin(request);
  const judgement = await judgeRequest(platform, place.name, { tokens: sessionTokensOf(request, place), ip });
  if (judgement === undefined) throw new DomainError('webapp_not_found');
  const { webApp, visitor, decision, tokenHash } = judgement;
  if (tokenHash !== undefined && isForeign(askedBy(request), webApp)) {
    return refuse(reply.header('x-latchkey-reason', 'foreign_origin'), 'foreign_origin', 403);
  }
  if (decision.kind === 'allowed') {
    reply.headers(identityHeaders(identityTokens, webApp, visitor));
    return reply.code(200).header('cookie', appCookies(request.headers.cookie, place)).send();
  }
  const { reason } = decision;
  const isMendable = MENDABLE.includes(reason);
  const reference = isMendable ? request.id : await noteRefused(request, judgement);
  const app = addressOf(gateOptions, platform.rules, webApp);
  const target = isMendable
    ? `${app}${OWN_PATH}start?${new URLSearchParams({ return: samePath(uriOf(request)) })}`
    : platform.rules.publicUrl + signInPage(webApp, { reason, reference });
  reply.headers({ 'x-latchkey-reason': reason, 'x-request-id': reference });
  if (isPerson(request)) {
    if (isSentOn(request)) return reply.redirect(target, 302);
    reply.header('x-latchkey-location', target);
  }
  return refuse(reply, reason, isMendable ? 401 : 403);
}

function refuse(reply: FastifyReply, code: ErrorCode, status: 401 | 403): FastifyReply {
  const body = { code, message: ERRORS[code].message, status };
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** Whether the program at the other end of the connection is a proxy whose word counts. */
function isTrusted({ raw }: FastifyRequest, proxies: readonly string[]): boolean {
  const address = raw.socket.remoteAddress ?? '';
  const known = TRUSTED.get(proxies) ?? new Map<string, boolean>();
  const isKnown = known.get(address);
  if (isKnown !== undefined) return isKnown;
  const isOne = proxies
    .flatMap((proxy) => (proxy === 'loopback' ? LOOPBACK : [proxy]))
    .some((range) => isInRange(address, range));
  if (known.size >= MOST_KEPT) known.clear();
  TRUSTED.set(proxies, known.set(address, isOne));
  return isOne;
}

/** What was found out about addresses: proxies ask with every request, and ranges are slow to compare. */
const TRUSTED = new WeakMap<readonly string[], Map<string, boolean>>();
const MOST_KEPT = 256;

/** The address that the visitor asked the proxy for: in a header, or after our own path (Envoy's `path_prefix`). */
function uriOf({ headers, raw }: FastifyRequest): string | undefined {
  const said = headers['x-forwarded-uri'] ?? headers['x-original-uri'];
  if (typeof said === 'string') return said;
  const rest = (raw.url ?? '').slice(PATH.length);
  return rest.startsWith('/') ? rest : undefined;
}

function isSentOn({ raw }: FastifyRequest): boolean {
  const [path = '', query] = (raw.url ?? '').split('?');
  return path !== PATH || new URLSearchParams(query).get('redirect') === '1';
}

function placeOfCheck({ gateOptions: { domain } }: ServerContext, request: FastifyRequest): Place {
  const host = request.hostname.toLowerCase();
  const isUnderDomain = domain !== undefined && host.endsWith(`.${domain}`);
  const name: WebAppName = isUnderDomain ? { code: host.slice(0, -domain.length - 1) } : { host };
  return { kind: isUnderDomain ? 'domain' : 'host', name, prefix: '', rest: uriOf(request) ?? '/' };
}

/** With which method the visitor asked the proxy. */
function methodOf({ headers, method }: FastifyRequest): string {
  const said = headers['x-forwarded-method'] ?? headers['x-original-method'];
  return typeof said === 'string' ? said : method;
}

/** Proxies keep `Upgrade` to themselves; this header goes with every WebSocket that a browser opens. */
function askedBy(request: FastifyRequest) {
  const { headers, hostname, protocol } = request;
  const isSocket = headers['sec-websocket-key'] !== undefined;
  return { method: methodOf(request), origin: headers.origin, isSocket, hostname, isSecure: protocol === 'https' };
}

function isPerson(request: FastifyRequest): boolean {
  const { headers } = request;
  const mode = headers['sec-fetch-mode'];
  const accepts = (headers.accept ?? '').includes('text/html');
  return methodOf(request) === 'GET' && (mode === undefined ? accepts : mode === 'navigate');
}
