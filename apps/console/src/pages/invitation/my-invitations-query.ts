import type { EndpointOutput } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../session/client.ts';

export type MyInvitation = EndpointOutput<Routes['GET /console/api/invitations']>['data'][number];

/** Invitations that wait for the answer of whoever is signed in. */
export const myInvitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: async () => (await client.call('GET /console/api/invitations', {})).data,
});
