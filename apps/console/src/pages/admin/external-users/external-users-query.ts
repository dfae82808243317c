import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { type Filters, pageNumber, present } from '../../../admin/filters.ts';

export type ExternalUser = Answer<'GET /admin-api/v1/external-users'>['data'][number];

export type ExternalUserFilter = 'q' | 'page';

export const EXTERNAL_USERS = ['admin', 'external-users'] as const;

export function externalUsersQuery(filters: Filters<ExternalUserFilter>) {
  const query = present({ q: filters.q, page: pageNumber(filters.page) });
  return queryOptions({
    queryKey: [...EXTERNAL_USERS, query],
    queryFn: () => adminClient.call('GET /admin-api/v1/external-users', { query }),
    placeholderData: keepPreviousData,
  });
}
