import type { EndpointOutput } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { client } from '../../session/client.ts';

const ROUTE = 'GET /console/api/enterprise/webapp/app/subject/search';
const PAGE = 20;

type Page = EndpointOutput<Routes[typeof ROUTE]>;

export type Subject = Page['subjects'][number];

/** Groups and people that can be chosen, by name or address; nobody until something is typed. */
export function useSubjects(keyword: string): UseInfiniteQueryResult<InfiniteData<Page>> {
  return useInfiniteQuery({
    queryKey: ['webapps', 'subjects', keyword],
    queryFn: ({ pageParam: pageNumber }) =>
      client.call(ROUTE, { query: { keyword, pageNumber, resultsPerPage: PAGE } }),
    initialPageParam: 1,
    getNextPageParam: ({ currPage, hasMore }) => (hasMore ? currPage + 1 : undefined),
    placeholderData: keepPreviousData,
    enabled: keyword !== '',
  });
}
