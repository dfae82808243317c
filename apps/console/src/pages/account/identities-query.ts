import type { EndpointOutput } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../session/client.ts';

type Identities = EndpointOutput<Routes['GET /console/api/account/identities']>;

export type Identity = Identities['data'][number];

/** The providers that whoever is signed in can sign in with, and those that can be linked. */
export const identitiesQuery = queryOptions({
  queryKey: ['identities'],
  queryFn: () => client.call('GET /console/api/account/identities', {}),
});
