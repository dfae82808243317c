import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { type Filters, pageNumber, present } from '../../../admin/filters.ts';

export type WebApp = Answer<'GET /admin-api/v1/webapps'>['data'][number];
export type WebAppSettings = Answer<'GET /admin-api/v1/webapp-settings'>;

export type WebAppFilter = 'q' | 'page';

export const WEBAPPS = ['admin', 'webapps'] as const;

export function webAppsQuery(filters: Filters<WebAppFilter>) {
  const query = present({ q: filters.q, page: pageNumber(filters.page) });
  return queryOptions({
    queryKey: [...WEBAPPS, 'list', query],
    queryFn: () => adminClient.call('GET /admin-api/v1/webapps', { query }),
    placeholderData: keepPreviousData,
  });
}

export const webAppSettingsQuery = queryOptions({
  queryKey: [...WEBAPPS, 'settings'],
  queryFn: () => adminClient.call('GET /admin-api/v1/webapp-settings', {}),
});
