import type { Endpoint, Envelope } from '@latchkey/contract';
import { ERRORS, type ErrorCode } from '@latchkey/contract/vocabulary';
import { DomainError } from '@latchkey/core';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mediaTypeOf, refusal } from './envelopes.ts';
import { secure } from './security-headers.ts';

/** What Fastify finds wrong before a handler runs. */
const FRAMEWORK_CODES: Readonly<Record<number, ErrorCode>> = {
  400: 'bad_request',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'request_entity_too_large',
  415: 'unsupported_media_type',
};

/** Answers everything that is thrown in the form of its surface; to be called before any route is added. */
export function answerRefusals(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | DomainError, request, reply) => {
    send(request, reply, error instanceof DomainError ? error : fromFramework(error, request));
  });
}

/** Answers addresses that cannot be read, or hold a name longer than any there is; they reach no route and no hook. */
export function answerUnreadable({ code }: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  secure(request, reply);
  send(request, reply, new DomainError(code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'not_found' : 'bad_request'));
}

/** Answers addresses that no route serves: a person with a page, a program with a code. */
export function answerUnknown(
  app: FastifyInstance,
  endpoints: readonly Endpoint[],
  notFoundPage: (request: FastifyRequest, reply: FastifyReply) => void,
): void {
  app.setNotFoundHandler((request, reply) => {
    if (isNavigation(request)) return notFoundPage(request, reply);
    const methods = methodsOf(endpoints, request.url);
    if (methods.length > 0) reply.header('allow', methods.join(', '));
    send(request, reply, new DomainError(methods.length > 0 ? 'method_not_allowed' : 'not_found'));
  });
}

function send(request: FastifyRequest, reply: FastifyReply, error: DomainError): void {
  const envelope = request.routeOptions.config?.envelope ?? envelopeOf(request.url);
  const { status, body } = refusal(envelope, error, request.id);
  if (error.retryAfterSeconds !== undefined) reply.header('retry-after', error.retryAfterSeconds);
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="api"');
  reply.code(status).type(mediaTypeOf(envelope)).send(JSON.stringify(body));
}

function fromFramework(error: FastifyError, request: FastifyRequest): DomainError {
  const code = FRAMEWORK_CODES[error.statusCode ?? 500];
  if (code !== undefined) return new DomainError(code);
  request.log.error({ err: error }, 'failed');
  return new DomainError('internal', { message: ERRORS.internal.message });
}

/** A person opening an address in a browser, outside the APIs. */
function isNavigation(request: FastifyRequest): boolean {
  const isApi = /^\/(console\/api|api|openapi|admin-api|assets)(\/|$)/.test(request.url);
  return request.method === 'GET' && !isApi && (request.headers.accept ?? '').includes('text/html');
}

/** The form of refusals on addresses that no route serves. */
function envelopeOf(url: string): Envelope {
  if (url.startsWith('/admin-api/')) return 'problem';
  return url.startsWith('/openapi/') ? 'openapi' : 'console';
}

/** The methods an address is served with; for telling a wrong method from a wrong address. */
function methodsOf(endpoints: readonly Endpoint[], url: string): string[] {
  const path = url.split('?')[0] ?? '';
  const served = endpoints.filter((endpoint) =>
    new RegExp(`^${endpoint.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return [...new Set(served.map(({ method }) => method))];
}
