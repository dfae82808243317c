import { queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { ACCOUNTS } from './accounts-query.ts';

export type Member = Answer<'GET /admin-api/v1/accounts/{account_id}'>;

/** One account: its workspaces, ways in, sessions and locks. */
export function memberQuery(accountId: string) {
  return queryOptions({
    queryKey: [...ACCOUNTS, 'one', accountId],
    queryFn: () => adminClient.call('GET /admin-api/v1/accounts/{account_id}', { params: { account_id: accountId } }),
  });
}
