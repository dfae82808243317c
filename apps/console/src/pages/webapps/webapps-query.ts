import type { EndpointOutput } from '@latchkey/contract';
import type { Role } from '@latchkey/contract/vocabulary';
import type { Routes } from '@latchkey/sdk';
import {
  type InfiniteData,
  keepPreviousData,
  queryOptions,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { client } from '../../session/client.ts';

export type WebApp = EndpointOutput<Routes['GET /console/api/webapps/{webapp_id}']>;
export type WebAppAccess = EndpointOutput<Routes['GET /console/api/webapps/{webapp_id}/access']>;
export type ShareLink = EndpointOutput<Routes['GET /console/api/webapps/{webapp_id}/share-links']>['data'][number];

type Page = EndpointOutput<Routes['GET /console/api/webapps']>;

const PAGE = 20;

/** Everything about WebApps; a change of one is seen in all of it. */
export const WEBAPPS = ['webapps'] as const;

/** Whether a role may publish WebApps and choose who opens them. */
export function managesWebApps(role: Role | undefined): boolean {
  return role === 'owner' || role === 'admin' || role === 'editor';
}

/** The WebApps of the current workspace whose name or code has the wanted words in it, page by page. */
export function useWebApps(q: string): UseInfiniteQueryResult<InfiniteData<Page>> {
  return useInfiniteQuery({
    queryKey: [...WEBAPPS, 'list', q],
    queryFn: ({ pageParam: page }) => client.call('GET /console/api/webapps', { query: { q, page, limit: PAGE } }),
    initialPageParam: 1,
    getNextPageParam: ({ page, has_more }) => (has_more ? page + 1 : undefined),
    placeholderData: keepPreviousData,
  });
}

export function webAppQuery(id: string) {
  return queryOptions({
    queryKey: [...WEBAPPS, 'one', id],
    queryFn: () => client.call('GET /console/api/webapps/{webapp_id}', { params: { webapp_id: id } }),
  });
}

export function accessQuery(id: string) {
  return queryOptions({
    queryKey: [...WEBAPPS, 'access', id],
    queryFn: () => client.call('GET /console/api/webapps/{webapp_id}/access', { params: { webapp_id: id } }),
  });
}

export function shareLinksQuery(id: string) {
  return queryOptions({
    queryKey: [...WEBAPPS, 'share-links', id],
    queryFn: async () =>
      (await client.call('GET /console/api/webapps/{webapp_id}/share-links', { params: { webapp_id: id } })).data,
  });
}
