import { queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';

export type Settings = Answer<'GET /admin-api/v1/settings'>;

export const settingsQuery = queryOptions({
  queryKey: ['admin', 'settings'],
  queryFn: () => adminClient.call('GET /admin-api/v1/settings', {}),
});
