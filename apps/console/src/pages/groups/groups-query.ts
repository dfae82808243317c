import type { EndpointOutput } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { client } from '../../session/client.ts';

export type Group = EndpointOutput<Routes['GET /console/api/groups']>['data'][number];
export type GroupMember = EndpointOutput<Routes['GET /console/api/groups/{group_id}']>['members']['data'][number];

type GroupPage = EndpointOutput<Routes['GET /console/api/groups']>;
type MemberPage = EndpointOutput<Routes['GET /console/api/groups/{group_id}']>;

const PAGE = 20;

export const GROUPS = ['groups'] as const;

/** The groups that the current workspace can choose, by name. */
export function useGroups(q: string): UseInfiniteQueryResult<InfiniteData<GroupPage>> {
  return useInfiniteQuery({
    queryKey: [...GROUPS, 'list', q],
    queryFn: ({ pageParam: page }) => client.call('GET /console/api/groups', { query: { q, page, limit: PAGE } }),
    initialPageParam: 1,
    getNextPageParam: ({ page, has_more }) => (has_more ? page + 1 : undefined),
    placeholderData: keepPreviousData,
  });
}

/** One group, and its members by name. */
export function groupQuery(id: string, q: string) {
  return infiniteQueryOptions({
    queryKey: [...GROUPS, 'one', id, q],
    queryFn: ({ pageParam: page }) =>
      client.call('GET /console/api/groups/{group_id}', { params: { group_id: id }, query: { q, page, limit: PAGE } }),
    initialPageParam: 1,
    getNextPageParam: ({ members: { page, has_more } }) => (has_more ? page + 1 : undefined),
    placeholderData: keepPreviousData,
  });
}

export function useGroupMembers(id: string, q: string): UseInfiniteQueryResult<InfiniteData<MemberPage>> {
  return useInfiniteQuery(groupQuery(id, q));
}
