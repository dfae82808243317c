import { operationsApi } from '@latchkey/contract';
import { DomainError } from '@latchkey/core';
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { ServerContext } from '../../http/context.ts';
import type { Implement } from '../../http/implement.ts';
import { isLocalAddress } from '../../http/local-caller.ts';

const DURATION_BUCKETS_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5];

/** For operators: is the process up, can it work, how is it doing. */
export function operationRoutes(
  app: FastifyInstance,
  implement: Implement,
  { platform, settings }: ServerContext,
): void {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  // Counted by hand and handed over when somebody looks: the library builds a key of its own for every count.
  const counts = new Map<string, number>();
  new Counter({
    name: 'latchkey_http_requests_total',
    help: 'Requests answered, by route and status.',
    labelNames: ['method', 'route', 'status'],
    registers: [metrics],
    collect() {
      this.reset();
      for (const [key, count] of counts) {
        const [method = '', route = '', status = ''] = key.split(' ');
        this.inc({ method, route, status }, count);
      }
    },
  });
  const duration = new Histogram({
    name: 'latchkey_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer.',
    buckets: DURATION_BUCKETS_SECONDS,
    registers: [metrics],
  });

  app.addHook('onResponse', (request, reply, done) => {
    const key = `${request.method} ${request.routeOptions.url ?? 'none'} ${reply.statusCode}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    duration.observe(reply.elapsedTime / 1000);
    done();
  });

  implement(operationsApi.getHealth)(() => ({ status: 'ok' }));

  implement(operationsApi.getReadiness)(async ({ request }) => {
    try {
      await platform.store.ping();
    } catch (cause) {
      request.log.error({ err: cause }, 'the store cannot be reached');
      throw new DomainError('unavailable', { cause });
    }
    return { status: 'ready' };
  });

  app.get('/metrics', async (request, reply) => {
    if (settings.metricsFrom === 'loopback' && !isLocalAddress(request)) return reply.callNotFound();
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
}
