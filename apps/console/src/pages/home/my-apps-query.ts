import type { EndpointOutput } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../session/client.ts';

export type MyApp = EndpointOutput<Routes['GET /console/api/webapps/mine']>['data'][number];

/** The WebApps that whoever is signed in may open. */
export const myAppsQuery = queryOptions({
  queryKey: ['webapps', 'mine'],
  queryFn: async () => (await client.call('GET /console/api/webapps/mine', {})).data,
});
