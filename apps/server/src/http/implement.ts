import { Readable } from 'node:stream';
import type { Endpoint, EndpointInput, EndpointResult, Envelope } from '@latchkey/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import { type Actors, authenticate } from './callers.ts';
import type { Exchange, ServerContext } from './context.ts';
import { malformed, mediaTypeOf } from './envelopes.ts';
import { refuseZero } from './refuse-zero.ts';
import { requestOrigin } from './request-origin.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The form of this route's refusals. */
    envelope?: Envelope;
  }
}

type Call<E extends Endpoint> = EndpointInput<E> & Exchange & { readonly actor: Actors[E['caller']] };

type Handler<E extends Endpoint> = (call: Call<E>) => Promise<EndpointResult<E>> | EndpointResult<E>;

/**
 * Serves an endpoint as its contract says: authenticates the caller, parses the input, and sends nothing that the
 * output schema does not declare. A route is named only by its contract.
 */
export type Implement = <E extends Endpoint>(endpoint: E) => (handler: Handler<E>) => void;

export function implementer(app: FastifyInstance, context: ServerContext): Implement {
  return (endpoint) => (handler) => {
    app.route({
      method: endpoint.method,
      url: endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
      config: { envelope: endpoint.envelope },
      ...(endpoint.largestBodyBytes !== undefined && { bodyLimit: endpoint.largestBodyBytes }),
      handler: async (request, reply) => {
        const actor = await authenticate(endpoint, context, request);
        const input = parse(endpoint, request);
        if ('refused' in input) {
          return reply
            .code(input.refused.status)
            .type(mediaTypeOf(endpoint.envelope))
            .send(JSON.stringify(input.refused.body));
        }
        const exchange = { request, reply, origin: requestOrigin(request) };
        // The types of `E` hold by construction: the same endpoint named the caller and the schemas.
        const result = await handler({ ...input, ...exchange, actor } as Call<typeof endpoint>);
        if (endpoint.contentType !== undefined) {
          return reply
            .type(`${endpoint.contentType}; charset=utf-8`)
            .send(Readable.from(result as AsyncIterable<string>));
        }
        reply.code(endpoint.status ?? 200).type('application/json; charset=utf-8');
        return reply.send(JSON.stringify(endpoint.output.parse(result)));
      },
    });
  };
}

type ParsedInput = Record<'params' | 'query' | 'body', unknown> | { readonly refused: ReturnType<typeof malformed> };

function parse(endpoint: Endpoint, request: FastifyRequest): ParsedInput {
  const input = { params: undefined, query: undefined, body: undefined } as Record<
    'params' | 'query' | 'body',
    unknown
  >;
  const parts: [keyof typeof input, ZodType | undefined, unknown][] = [
    ['params', endpoint.params, request.params],
    ['query', endpoint.query, request.query],
    ['body', endpoint.body, request.body ?? {}],
  ];
  for (const [name, schema, value] of parts) {
    if (schema === undefined) continue;
    const parsed = schema.safeParse(value);
    if (!parsed.success) return { refused: malformed(endpoint.envelope, parsed.error, request.id) };
    const zero = refuseZero(parsed.data);
    if (zero !== undefined) return { refused: malformed(endpoint.envelope, zero, request.id) };
    input[name] = parsed.data;
  }
  return input;
}
