import type { EndpointOutput } from '@latchkey/contract';
import { createClient, type Route, type Routes } from '@latchkey/sdk';
import { carry } from '../session/carry.ts';

/** Shows the server that a request comes from these pages, not from a form of another site. */
export const ADMIN_HEADERS = { 'x-latchkey-admin': '1' } as const;

/** What the server answers to a route. */
export type Answer<R extends Route> = EndpointOutput<Routes[R]>;

/** The server that these pages came from, in the session of the administration. */
export const adminClient = createClient({
  base: '',
  send: (request) => carry({ ...request, headers: { ...request.headers, ...ADMIN_HEADERS } }),
});
