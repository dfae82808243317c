import { WIRE_VERSION } from '@latchkey/contract/vocabulary';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CATALOG_DIGEST } from '../surfaces/openapi/server.ts';
import { isSecure } from './request-origin.ts';

/** What an answer that is no page may do in a browser: nothing. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

const HEADERS = {
  'content-security-policy': API_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'x-version': WIRE_VERSION,
  'x-env': 'PRODUCTION',
} as const;

const HSTS = 'max-age=31536000';

/** The headers of every answer; pages replace the policy and the caching. */
export function securityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    secure(request, reply);
    done();
  });
}

/** The same by hand, for what Fastify answers before any hook. */
export function secure(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(HEADERS);
  reply.header('x-request-id', request.id);
  if (isSecure(request)) reply.header('strict-transport-security', HSTS);
  if (request.url.startsWith('/openapi/v1')) reply.header('x-dify-catalog', CATALOG_DIGEST);
}
