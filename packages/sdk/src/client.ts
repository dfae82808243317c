import type { AdminApi, ConsoleApi, EndpointOutput, EndpointRequest, OpenApi, WebAppApi } from '@latchkey/contract';
import type { Send, WireRequest } from './wire.ts';
import { WireError } from './wire-error.ts';

type Served =
  | ConsoleApi[keyof ConsoleApi]
  | OpenApi[keyof OpenApi]
  | WebAppApi[keyof WebAppApi]
  | AdminApi[keyof AdminApi];

/** Every endpoint by its name on the wire, such as `POST /console/api/login`. */
export type Routes = { readonly [E in Served as `${E['method']} ${E['path']}`]: E };

export type Route = keyof Routes;

export interface Client {
  /**
   * Calls an endpoint and returns its answer.
   *
   * @throws {WireError} when the server refuses; whatever `send` rejects with when no answer came.
   */
  call<R extends Route>(
    route: R,
    request: EndpointRequest<Routes[R]> & LooseRequest,
  ): Promise<EndpointOutput<Routes[R]>>;
}

interface Options {
  /** Origin and path prefix of the server, without a trailing slash; empty in a page of the server itself. */
  readonly base: string;
  readonly send: Send;
}

/**
 * The one HTTP client of our front ends. It knows paths, encodings and refusals; cookies, retries and transport belong
 * to `send`.
 *
 * @example
 * const client = createClient({ base: 'https://dify.example.com', send });
 * const { version } = await client.call('GET /openapi/v1/_version', {});
 */
export function createClient({ base, send }: Options): Client {
  return {
    async call(route, request) {
      const wire = toWire(base, route, request);
      const response = await send(wire);
      if (response.status < 200 || response.status > 299) throw new WireError(wire, response);
      return JSON.parse(response.text);
    },
  };
}

interface LooseRequest {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

function toWire(base: string, route: string, request: LooseRequest): WireRequest {
  const space = route.indexOf(' ');
  const path = route
    .slice(space + 1)
    .replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(request.params?.[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) query.set(name, String(value));
  const url = `${base}${path}${query.size > 0 ? `?${query}` : ''}`;
  const method = route.slice(0, space);
  if (request.body === undefined) return { method, url, headers: {} };
  return { method, url, headers: { 'content-type': 'application/json' }, body: JSON.stringify(request.body) };
}
