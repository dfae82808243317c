import { queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';

export type Policy = Answer<'GET /admin-api/v1/sign-in-policy'>;

/** What an administrator switches; the rest of a policy follows from elsewhere. */
export type Switches = Omit<Policy, 'version' | 'sso_protocol' | 'sso_enforcement'>;

export const policyQuery = queryOptions({
  queryKey: ['admin', 'policy'],
  queryFn: () => adminClient.call('GET /admin-api/v1/sign-in-policy', {}),
});

export function switchesOf({ version: _, sso_protocol: __, sso_enforcement: ___, ...switches }: Policy): Switches {
  return switches;
}
