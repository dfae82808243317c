import { DomainError } from '@latchkey/core';
import type { FastifyInstance } from 'fastify';

/** Lets the pages of configured origins call the APIs, and refuses changes that a page of any other site starts. */
export async function allowCrossOrigin(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  app.addHook('onRequest', (request, _reply, done) => {
    const isForeign =
      request.headers['sec-fetch-site'] === 'cross-site' && !origins.includes(request.headers.origin ?? '');
    const isChange = request.method !== 'GET' && request.method !== 'HEAD' && request.method !== 'OPTIONS';
    done(isForeign && isChange ? new DomainError('forbidden') : undefined);
  });
  if (origins.length === 0) return;
  const { default: cors } = await import('@fastify/cors');
  await app.register(cors, {
    origin: [...origins],
    credentials: true,
    methods: ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH'],
    allowedHeaders: ['Content-Type', 'X-App-Code', 'X-App-Passport', 'Authorization', 'X-CSRF-Token'],
    exposedHeaders: ['X-Version', 'X-Env', 'X-Request-Id'],
  });
}
