import { queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';

export type Administrator = Answer<'GET /admin-api/v1/administrators'>['data'][number];
export type ApiKey = Answer<'GET /admin-api/v1/api-keys'>['data'][number];

export const administratorsQuery = queryOptions({
  queryKey: ['admin', 'administrators'],
  queryFn: async () => (await adminClient.call('GET /admin-api/v1/administrators', {})).data,
});

export const apiKeysQuery = queryOptions({
  queryKey: ['admin', 'api-keys'],
  queryFn: async () => (await adminClient.call('GET /admin-api/v1/api-keys', {})).data,
});
