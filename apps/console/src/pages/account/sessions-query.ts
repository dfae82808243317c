import type { EndpointOutput } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../session/client.ts';

export type Session = EndpointOutput<Routes['GET /console/api/account/sessions']>['data'][number];

/** Where whoever is signed in is signed in: browsers and terminals, newest first. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async () => (await client.call('GET /console/api/account/sessions', {})).data,
});
