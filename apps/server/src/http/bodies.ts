import type { FastifyInstance } from 'fastify';

/**
 * JSON only. Dify's clients send the JSON content type with an empty body, on GET and DELETE too; that is no body.
 * Anything else is refused, which keeps other sites' plain forms out.
 */
export function acceptBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parseJson(request, body.toString(), done);
  });
}
