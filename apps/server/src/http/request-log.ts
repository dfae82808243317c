import type { FastifyInstance } from 'fastify';

/**
 * One line a request: the route's pattern, never the address as sent, which may hold a code. Reads that succeed are
 * logged at `debug` only.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const isQuiet = reply.statusCode < 400 && request.method === 'GET';
    if (!isQuiet || app.log.level === 'debug') {
      const { method, ip } = request;
      const route = request.routeOptions.url ?? 'none';
      const line = { method, route, status: reply.statusCode, ip, ms: Math.round(reply.elapsedTime) };
      request.log[isQuiet ? 'debug' : 'info'](line, 'request');
    }
    done();
  });
}
