import { ACCOUNT_STATUSES } from '@latchkey/contract/vocabulary';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { type Filters, oneOf, pageNumber, present } from '../../../admin/filters.ts';

export type Account = Answer<'GET /admin-api/v1/accounts'>['data'][number];

export type AccountFilter = 'q' | 'status' | 'workspace_id' | 'without_workspace' | 'sort' | 'order' | 'page';

const SORTS = ['name', 'email', 'created_at', 'last_sign_in_at'] as const;

export const ACCOUNTS = ['admin', 'accounts'] as const;

/** Which accounts an address asks for, as the API has it; the same for the list and its export. */
export function accountsFilter(filters: Filters<AccountFilter>) {
  const chosen = present({
    q: filters.q,
    status: oneOf(ACCOUNT_STATUSES, filters.status),
    workspace_id: filters.workspace_id,
    without_workspace: filters.without_workspace === 'true' ? 'true' : undefined,
  });
  const sort = oneOf(SORTS, filters.sort) ?? 'name';
  return { ...chosen, sort, order: oneOf(['asc', 'desc'], filters.order) ?? 'asc' };
}

export function accountsQuery(filters: Filters<AccountFilter>) {
  const query = { ...accountsFilter(filters), page: pageNumber(filters.page) };
  return queryOptions({
    queryKey: [...ACCOUNTS, 'list', query],
    queryFn: () => adminClient.call('GET /admin-api/v1/accounts', { query }),
    placeholderData: keepPreviousData,
  });
}
