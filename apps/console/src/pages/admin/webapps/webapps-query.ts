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

/** The connections that external users could come through, and the one that is chosen for them. */
export const externalConnectionsQuery = queryOptions({
  queryKey: [...WEBAPPS, 'external'],
  queryFn: async () => {
    const [{ external_connection_id: chosen }, { data }] = await Promise.all([
      adminClient.call('GET /admin-api/v1/webapp-settings', {}),
      adminClient.call('GET /admin-api/v1/sso-connections', {}),
    ]);
    const isFor = ({ id, enabled, uses }: (typeof data)[number]) =>
      id === chosen || (enabled && uses.includes('webapp_external'));
    return { chosen, connections: data.filter(isFor) };
  },
});
