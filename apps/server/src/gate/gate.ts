import type { IncomingMessage } from 'node:http';
import { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ERRORS } from '@latchkey/contract/vocabulary';
import {
  DomainError,
  type Judgement,
  judgeOpen,
  judgeRequest,
  openAppSession,
  openByShareLink,
  type PublishedWebApp,
  type WebApp,
} from '@latchkey/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { acceptedLanguage } from '../http/accepted-language.ts';
import type { ServerContext } from '../http/context.ts';
import { requestOrigin } from '../http/request-origin.ts';
import { nonceOf, sendNonce, sendSession, sessionTokensOf } from './app-cookies.ts';
import { asksForSocket } from './asks-for-socket.ts';
import { answerCheck, isCheck } from './check.ts';
import { forward, type Upgrade } from './forward.ts';
import { framePage } from './frame-page.ts';
import { isForeign } from './is-foreign.ts';
import { openExchanges } from './open-exchanges.ts';
import { addressOf, kindOfPlace, OWN_PATH, type Place, placeOf } from './place.ts';
import { refusalNotes } from './refusal-notes.ts';
import { type Upstreams, upstreams } from './upstreams.ts';
import { entrance, samePath, signInPage } from './ways.ts';

const NONCE_BYTES = 32;

/** What signing in, or a passphrase, can mend; everything else is told on a page. */
const MENDABLE = new Set(['sign_in_needed', 'external_sign_in_needed', 'passphrase_needed']);

/**
 * Stands in front of WebApps: takes every request that is for one before our own routes see it, and lets those through
 * that the decision lets in. Also answers other proxies that ask for it.
 */
export function gate(app: FastifyInstance, context: ServerContext): void {
  const { platform, gateOptions: options, identityTokens: tokens } = context;
  const reach: Upstreams = upstreams({
    allowsPrivate: options.allowsPrivateUpstreams,
    sample: () => context.sample.address(),
  });
  const exchanges = openExchanges(
    (open) => judgeOpen(platform, open),
    (error) => app.log.error({ err: error }, 'open streams could not be judged, and are closed'),
  );
  const upgrades = new WeakMap<IncomingMessage, Upgrade>();
  const noteRefused = refusalNotes(platform);
  app.addHook('preClose', (done) => {
    exchanges.endEndless();
    done();
  });
  app.addHook('onClose', (_app, done) => {
    exchanges.stop();
    reach.close();
    done();
  });
  app.server.on('upgrade', (raw: IncomingMessage, socket: Socket, head: Buffer) => {
    // Node before 24.9 asks nobody, and comes here with every protocol.
    if (asksForSocket(raw)) upgrades.set(raw, { socket, head });
    const answer = new ServerResponse(raw);
    answer.assignSocket(socket);
    // A connection that was to become another one is good for one answer.
    answer.shouldKeepAlive = false;
    answer.on('finish', () => socket.destroySoon());
    socket.on('error', () => socket.destroy());
    app.routing(raw, answer);
  });

  app.addHook('onRequest', (request, reply, done) => {
    const handled = handle(request, reply);
    if (handled === undefined) return done();
    handled.catch((error: unknown) => done(error instanceof Error ? error : new Error(String(error))));
  });

  function handle(request: FastifyRequest, reply: FastifyReply): Promise<unknown> | undefined {
    const url = request.raw.url ?? '/';
    if (isCheck(context, request)) return answerCheck(context, noteRefused, request, reply);
    const place = placeOf(options, platform.rules, { hostname: request.hostname, url });
    return place && admit(request, reply, place);
  }

  async function admit(request: FastifyRequest, reply: FastifyReply, place: Place): Promise<unknown> {
    if (!place.rest.startsWith('/') && place.kind !== 'path') throw new DomainError('path_refused');
    const judgement = await judge(request, place);
    const code = judgement?.webApp.code ?? ('code' in place.name ? place.name.code : undefined);
    try {
      if (judgement === undefined) throw new DomainError('webapp_not_found');
      return await answer(request, reply, place, judgement);
    } catch (error) {
      // A person is told on a page what a script is told in JSON.
      if (!(error instanceof DomainError) || code === undefined || !isNavigation(request)) throw error;
      const said = { reason: error.code, reference: request.id };
      return reply.redirect(base(place) + signInPage({ code }, said), 302);
    }
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, place: Place, judgement: Judgement) {
    const { webApp, visitor, decision, tokenHash } = judgement;
    if (kindOfPlace(options, webApp) !== place.kind) {
      return reply.redirect(addressOf(options, platform.rules, webApp) + samePath(place.rest), 302);
    }
    // Without the slash, relative addresses on the app's front page would lead out of it.
    if (place.kind === 'path' && /^($|[?#])/.test(place.rest)) return reply.redirect(`${place.prefix}/`, 302);
    if (place.rest.startsWith(OWN_PATH)) return answerOwnPath(request, reply, place, webApp);
    if (decision.kind === 'refused') return refuse(request, reply, place, judgement);
    if (tokenHash !== undefined && isForeign(sentBy(request), webApp)) throw new DomainError('foreign_origin');
    forward(
      { upstreams: reach, tokens, exchanges },
      {
        request,
        reply,
        place,
        webApp,
        visitor,
        upgrade: upgrades.get(request.raw),
        tokenHash,
        downPage: isNavigation(request) ? downPage(request, place, webApp) : undefined,
      },
    );
    return undefined;
  }

  function downPage({ id: reference }: FastifyRequest, place: Place, webApp: WebApp): string {
    return base(place) + signInPage(webApp, { reason: 'upstream_unreachable', reference });
  }

  function judge(request: FastifyRequest, place: Place): Promise<Judgement | undefined> {
    const { ip } = requestOrigin(request);
    return judgeRequest(platform, place.name, { tokens: sessionTokensOf(request, place), ip });
  }

  async function refuse(request: FastifyRequest, reply: FastifyReply, place: Place, judgement: Judgement) {
    const { webApp, decision } = judgement;
    if (decision.kind === 'allowed') return undefined;
    const { reason } = decision;
    const isMendable = MENDABLE.has(reason);
    if (isFramed(request) && webApp.frameOrigins.length > 0) return sendFramePage(request, reply, place, judgement);
    if (isMendable && isNavigation(request)) return start(request, reply, place, webApp, place.rest);
    const reference = isMendable ? request.id : await noteRefused(request, judgement);
    if (isNavigation(request)) return reply.redirect(base(place) + signInPage(webApp, { reason, reference }), 302);
    reply.header('x-request-id', reference);
    throw new DomainError(reason);
  }

  function sendFramePage(request: FastifyRequest, reply: FastifyReply, place: Place, { webApp, decision }: Judgement) {
    const address = addressOf(options, platform.rules, webApp) + samePath(place.rest);
    const { html, policy } = framePage({ webApp, address, language: acceptedLanguage(request) });
    reply.removeHeader('x-frame-options').header('content-security-policy', policy);
    const status = decision.kind === 'refused' ? ERRORS[decision.reason].status : 200;
    return reply.code(status).type('text/html; charset=utf-8').send(html);
  }

  /** Sends the browser to Latchkey's own address, with a nonce that its answer will be bound to. */
  function start(request: FastifyRequest, reply: FastifyReply, place: Place, webApp: WebApp, returnTo: string) {
    const nonce = nonceOf(request, place) ?? platform.secrets.newToken(NONCE_BYTES);
    sendNonce(request, reply, place, nonce);
    return reply.redirect(base(place) + entrance(webApp.code, nonce, samePath(returnTo)), 302);
  }

  /** The gate's own addresses on the app's host. */
  async function answerOwnPath(request: FastifyRequest, reply: FastifyReply, place: Place, webApp: PublishedWebApp) {
    const url = new URL(place.rest, 'http://app.invalid');
    const [, , step = '', argument = ''] = url.pathname.split('/');
    const returnTo = samePath(url.searchParams.get('return') ?? undefined);
    if (request.method !== 'GET') throw new DomainError('method_not_allowed');
    const known = sessionTokensOf(request, place);
    switch (step) {
      case 'start':
        return start(request, reply, place, webApp, returnTo);
      case 'callback': {
        const [code, nonce] = [url.searchParams.get('code'), nonceOf(request, place)];
        if (code === null || nonce === undefined) throw new DomainError('entry_expired');
        const token = await openAppSession(platform, { webAppId: webApp.id, code, nonce, tokens: known });
        sendSession(request, reply, place, token, webApp);
        return reply.redirect(place.prefix + returnTo, 302);
      }
      case 'link': {
        const shown = { webApp, linkToken: argument, tokens: known };
        const token = await openByShareLink(platform, requestOrigin(request), shown);
        sendSession(request, reply, place, token, webApp);
        return reply.redirect(`${place.prefix}/`, 302);
      }
      default:
        throw new DomainError('not_found');
    }
  }

  /** Where Latchkey's own pages are, as this browser reaches them. */
  function base(place: Place): string {
    return place.kind === 'path' ? '' : platform.rules.publicUrl;
  }
}

function sentBy({ method, headers, hostname, protocol }: FastifyRequest) {
  const isSocket = headers.upgrade !== undefined;
  return { method, origin: headers.origin, isSocket, hostname, isSecure: protocol === 'https' };
}

/** An address that a page shows inside of itself. */
function isFramed({ headers }: FastifyRequest): boolean {
  const into = headers['sec-fetch-dest'];
  return headers['sec-fetch-mode'] === 'navigate' && (into === 'iframe' || into === 'frame');
}

/** A person opening an address, rather than a script of a page. */
function isNavigation({ method, headers }: FastifyRequest): boolean {
  const mode = headers['sec-fetch-mode'];
  const accepts = (headers.accept ?? '').includes('text/html');
  return method === 'GET' && headers.upgrade === undefined && (mode === undefined ? accepts : mode === 'navigate');
}
