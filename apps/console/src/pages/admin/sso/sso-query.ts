import { queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';

export type Connection = Answer<'GET /admin-api/v1/sso-connections/{connection_id}'>;
export type Provider = Connection['provider'];
export type Preset = Answer<'GET /admin-api/v1/sso-connections/presets'>['data'][number];
export type SsoTest = Answer<'GET /admin-api/v1/sso-connections/{connection_id}/tests/{test_id}'>;

const CONNECTIONS = ['admin', 'sso'] as const;

/** Every connection, oldest first. */
export const connectionsQuery = queryOptions({
  queryKey: CONNECTIONS,
  queryFn: async () => (await adminClient.call('GET /admin-api/v1/sso-connections', {})).data,
});

export function connectionQuery(connectionId: string) {
  return queryOptions({
    queryKey: [...CONNECTIONS, connectionId],
    queryFn: () =>
      adminClient.call('GET /admin-api/v1/sso-connections/{connection_id}', {
        params: { connection_id: connectionId },
      }),
  });
}

/** What OAuth 2.0 connections start from. */
export const presetsQuery = queryOptions({
  queryKey: ['admin', 'sso-presets'],
  queryFn: async () => (await adminClient.call('GET /admin-api/v1/sso-connections/presets', {})).data,
  staleTime: Number.POSITIVE_INFINITY,
});

const WATCH_MS = 1_500;

/** One test, looked at again until it has ended. */
export function testQuery(connectionId: string, testId: string) {
  return queryOptions({
    queryKey: ['admin', 'sso-tests', connectionId, testId],
    queryFn: () =>
      adminClient.call('GET /admin-api/v1/sso-connections/{connection_id}/tests/{test_id}', {
        params: { connection_id: connectionId, test_id: testId },
      }),
    refetchInterval: ({ state }) => (state.data?.outcome === 'running' ? WATCH_MS : false),
  });
}
