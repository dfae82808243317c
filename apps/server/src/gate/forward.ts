import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { DomainError, type Visitor, type WebApp } from '@latchkey/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestOrigin } from '../http/request-origin.ts';
import { appPath } from './app-path.ts';
import { identityHeaders } from './identity-headers.ts';
import type { IdentityTokens } from './identity-token.ts';
import type { Exchange, OpenExchanges } from './open-exchanges.ts';
import type { Place } from './place.ts';
import { requestHeaders } from './request-headers.ts';
import { responseHeaders } from './response-headers.ts';
import type { Upstreams } from './upstreams.ts';

/** A request that becomes a WebSocket. */
export interface Upgrade {
  readonly socket: Duplex;
  readonly head: Buffer;
}

interface Parts {
  readonly upstreams: Upstreams;
  readonly tokens: IdentityTokens;
  readonly exchanges: OpenExchanges;
}

interface Admitted {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly place: Place;
  readonly webApp: WebApp;
  readonly visitor: Visitor;
  readonly upgrade: Upgrade | undefined;
  readonly tokenHash: Exchange['tokenHash'];
  /** Where a person is told that the application does not answer; nobody else is sent there. */
  readonly downPage: string | undefined;
}

const CONNECT_TIMEOUT_MS = 10_000;
const WEBSOCKET = { connection: 'Upgrade', upgrade: 'websocket' };
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Hands a request on to the application and its answer back, as they come: nothing is collected. From here on the
 * answer is the application's.
 *
 * @throws DomainError `path_refused`, `upstream_refused`, `upstream_unreachable`.
 */
export function forward({ upstreams, tokens, exchanges }: Parts, admitted: Admitted): void {
  const { request, reply, place, webApp, visitor, upgrade, tokenHash, downPage } = admitted;
  const upstream = upstreams.resolve(webApp.upstream);
  const path = upstream.pathname.replace(/\/$/, '') + appPath(place.rest);
  const headers = requestHeaders(request.headers, place, {
    identity: identityHeaders(tokens, webApp, visitor),
    forwarded: { ip: requestOrigin(request).ip, host: request.host, protocol: request.protocol },
    upstreamHost: upstream.host,
  });
  if (upgrade !== undefined) Object.assign(headers, WEBSOCKET);
  if (request.headers['transfer-encoding'] !== undefined) headers['transfer-encoding'] = 'chunked';
  const served = {
    place,
    upstream,
    frameOrigins: webApp.frameOrigins,
    origin: `${request.protocol}://${request.host}`,
  };
  const isRepeatable = upgrade === undefined && !hasBody(request) && SAFE.has(request.method);
  const { ip } = requestOrigin(request);
  const exchange: Exchange = { name: place.name, tokenHash, ip, end, isEndless: upgrade !== undefined };
  const isOver = exchanges.add(exchange);
  const { raw } = reply;
  reply.hijack();
  let onward = send();
  raw.on('close', () => {
    isOver();
    onward.destroy();
  });
  if (upgrade === undefined && hasBody(request)) request.raw.pipe(onward);
  else onward.end();

  function send(): ClientRequest {
    const sent = upstreams.request(upstream, { method: request.method, path, headers });
    limitConnecting(sent);
    sent.on('response', answer);
    sent.on('upgrade', (head: IncomingMessage, far: Duplex, received: Buffer) => {
      if (upgrade === undefined) far.destroy();
      else join(upgrade, head, far, received);
    });
    sent.on('error', (cause) => {
      if (raw.headersSent || raw.destroyed) return void raw.destroy();
      // The application closed a connection that was kept just as it was used again: it has seen nothing of this.
      if (sent.reusedSocket && isRepeatable) {
        onward = send();
        return void onward.end();
      }
      request.log.warn({ err: cause, webapp: webApp.code }, 'the application does not answer');
      sendUnreachable(request, raw, downPage);
    });
    return sent;
  }

  function answer(received: IncomingMessage): void {
    raw.writeHead(received.statusCode ?? 502, responseHeaders(received.rawHeaders, served));
    if (received.headers['content-type']?.startsWith('text/event-stream')) {
      exchange.isEndless = true;
      raw.flushHeaders();
    }
    received.on('error', () => raw.destroy());
    received.pipe(raw);
  }

  function end(): void {
    onward.destroy();
    raw.destroy();
    upgrade?.socket.destroy();
  }

  /** Two sockets become one connection; either end closes both. */
  function join({ socket, head: sent }: Upgrade, { rawHeaders }: IncomingMessage, far: Duplex, received: Buffer): void {
    const lines = ['HTTP/1.1 101 Switching Protocols', 'Connection: Upgrade', 'Upgrade: websocket'];
    const headers = responseHeaders(rawHeaders, served);
    for (let index = 0; index + 1 < headers.length; index += 2) lines.push(`${headers[index]}: ${headers[index + 1]}`);
    raw.detachSocket(request.raw.socket);
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    if (received.length > 0) socket.write(received);
    if (sent.length > 0) far.write(sent);
    socket.pipe(far).pipe(socket);
    exchange.end = close;
    for (const side of [socket, far]) {
      side.on('error', close);
      side.on('close', close);
    }

    function close(): void {
      isOver();
      socket.destroy();
      far.destroy();
    }
  }
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function limitConnecting(onward: ClientRequest): void {
  onward.on('socket', (socket) => {
    if (!socket.connecting) return;
    const timer = setTimeout(() => onward.destroy(new Error('connecting took too long')), CONNECT_TIMEOUT_MS);
    socket.once('connect', () => clearTimeout(timer));
    socket.once('close', () => clearTimeout(timer));
  });
}

function sendUnreachable(request: FastifyRequest, raw: FastifyReply['raw'], page: string | undefined): void {
  if (page !== undefined) {
    raw.writeHead(302, { location: page }).end();
    return;
  }
  const { code, message } = new DomainError('upstream_unreachable');
  const body = JSON.stringify({ code, message, status: 502 });
  raw.writeHead(502, { 'content-type': 'application/json; charset=utf-8', 'x-request-id': request.id });
  raw.end(body);
}
