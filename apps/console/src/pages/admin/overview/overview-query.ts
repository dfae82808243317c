import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { oneOf } from '../../../admin/filters.ts';

export type Overview = Answer<'GET /admin-api/v1/overview'>;

export const SPANS = ['7', '30', '90'] as const;

export function overviewQuery(span: string | undefined) {
  const days = oneOf(SPANS, span) ?? '30';
  return queryOptions({
    queryKey: ['admin', 'overview', days],
    queryFn: () => adminClient.call('GET /admin-api/v1/overview', { query: { days } }),
    placeholderData: keepPreviousData,
  });
}
