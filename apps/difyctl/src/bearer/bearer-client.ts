import { type Client, createClient, type Send } from '@latchkey/sdk';
import { toFailure } from '../http/to-failure.ts';

/** A client that shows a token with every request and throws a `Failure` when it is refused. */
export function bearerClient(base: string, token: string, send: Send): Client {
  const client = createClient({
    base,
    send: (request) => send({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }),
  });
  return {
    call: (route, request) =>
      client.call(route, request).catch((error: unknown) => {
        throw toFailure(error);
      }),
  };
}
