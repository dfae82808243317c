import type { EndpointOutput } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../session/client.ts';

type Checked = EndpointOutput<Routes['GET /console/api/activate/check']>;

/** What an invitation that is open leads to. */
export type Invitation = Extract<Checked, { is_valid: true }>['data'];

/** Why an invitation leads nowhere. */
export type ClosedReason = Extract<Checked, { is_valid: false }>['reason'];

/** What the link of an invitation leads to. */
export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => client.call('GET /console/api/activate/check', { query: { token } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
