import { INVITATION_STATUSES } from '@latchkey/contract/vocabulary';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { type Filters, oneOf, pageNumber, present } from '../../../admin/filters.ts';

export type Invitation = Answer<'GET /admin-api/v1/invitations'>['data'][number];
export type AccessRequest = Answer<'GET /admin-api/v1/access-requests'>['data'][number];

export type InvitationFilter = 'q' | 'status' | 'page';

const FEW = 50;

export const INVITATIONS = ['admin', 'invitations'] as const;
const ACCESS_REQUESTS = ['admin', 'access-requests'] as const;

export function invitationsQuery(filters: Filters<InvitationFilter>) {
  const status = oneOf(INVITATION_STATUSES, filters.status);
  const query = present({ q: filters.q, status, page: pageNumber(filters.page) });
  return queryOptions({
    queryKey: [...INVITATIONS, query],
    queryFn: () => adminClient.call('GET /admin-api/v1/invitations', { query }),
    placeholderData: keepPreviousData,
  });
}

/** People who wait for a workspace, the longest wait first. */
export const accessRequestsQuery = queryOptions({
  queryKey: ACCESS_REQUESTS,
  queryFn: () => adminClient.call('GET /admin-api/v1/access-requests', { query: { limit: FEW } }),
});
