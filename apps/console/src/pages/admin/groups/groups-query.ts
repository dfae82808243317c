import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { type Filters, pageNumber, present } from '../../../admin/filters.ts';

export type Group = Answer<'GET /admin-api/v1/groups'>['data'][number];
export type OneGroup = Answer<'GET /admin-api/v1/groups/{group_id}'>;

export type GroupFilter = 'q' | 'page';

export const GROUPS = ['admin', 'groups'] as const;

export function groupsQuery(filters: Filters<GroupFilter>) {
  const query = present({ q: filters.q, page: pageNumber(filters.page) });
  return queryOptions({
    queryKey: [...GROUPS, 'list', query],
    queryFn: () => adminClient.call('GET /admin-api/v1/groups', { query }),
    placeholderData: keepPreviousData,
  });
}

/** One group, and a page of its members. */
export function groupQuery(groupId: string, filters: Filters<GroupFilter>) {
  const query = present({ q: filters.q, page: pageNumber(filters.page) });
  return queryOptions({
    queryKey: [...GROUPS, 'one', groupId, query],
    queryFn: () => adminClient.call('GET /admin-api/v1/groups/{group_id}', { params: { group_id: groupId }, query }),
    placeholderData: keepPreviousData,
  });
}
