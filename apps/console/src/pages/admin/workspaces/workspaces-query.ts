import { WORKSPACE_STATUSES } from '@latchkey/contract/vocabulary';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { type Filters, oneOf, pageNumber, present } from '../../../admin/filters.ts';

export type Workspace = Answer<'GET /admin-api/v1/workspaces'>['data'][number];
export type OneWorkspace = Answer<'GET /admin-api/v1/workspaces/{workspace_id}'>;

export type WorkspaceFilter = 'q' | 'status' | 'sort' | 'order' | 'page';

const SORTS = ['name', 'created_at', 'member_count'] as const;

export const WORKSPACES = ['admin', 'workspaces'] as const;

/** Which workspaces an address asks for; the same for the list and its export. */
export function workspacesFilter(filters: Filters<WorkspaceFilter>) {
  const chosen = present({
    q: filters.q,
    status: oneOf(WORKSPACE_STATUSES, filters.status),
  });
  const sort = oneOf(SORTS, filters.sort) ?? 'name';
  return { ...chosen, sort, order: oneOf(['asc', 'desc'], filters.order) ?? 'asc' };
}

export function workspacesQuery(filters: Filters<WorkspaceFilter>) {
  const query = { ...workspacesFilter(filters), page: pageNumber(filters.page) };
  return queryOptions({
    queryKey: [...WORKSPACES, 'list', query],
    queryFn: () => adminClient.call('GET /admin-api/v1/workspaces', { query }),
    placeholderData: keepPreviousData,
  });
}

/** One workspace, and a page of its members. */
export function workspaceQuery(workspaceId: string, filters: Filters<'q' | 'page'>) {
  const query = present({ q: filters.q, page: pageNumber(filters.page) });
  return queryOptions({
    queryKey: [...WORKSPACES, 'one', workspaceId, query],
    queryFn: () =>
      adminClient.call('GET /admin-api/v1/workspaces/{workspace_id}', {
        params: { workspace_id: workspaceId },
        query,
      }),
    placeholderData: keepPreviousData,
  });
}
