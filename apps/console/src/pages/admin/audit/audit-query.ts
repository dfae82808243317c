import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { dayEnd, dayStart } from '../../../admin/day-bounds.ts';
import { type Filters, present } from '../../../admin/filters.ts';

export type AuditEntry = Answer<'GET /admin-api/v1/audit-log'>['data'][number];

export type AuditFilterName = 'q' | 'action' | 'actor' | 'subject' | 'workspace' | 'from' | 'to' | 'before';

/** Which entries an address asks for; the same for the list and its exports. */
export function auditFilter(filters: Filters<AuditFilterName>) {
  const { q, action, actor, subject, workspace, from, to } = filters;
  return present({ q, action, actor, subject, workspace, from: dayStart(from), to: dayEnd(to) });
}

export function auditQuery(filters: Filters<AuditFilterName>) {
  const { before } = filters;
  const query = { ...auditFilter(filters), ...(before !== undefined && /^\d{1,15}$/.test(before) ? { before } : {}) };
  return queryOptions({
    queryKey: ['admin', 'audit', query],
    queryFn: () => adminClient.call('GET /admin-api/v1/audit-log', { query }),
    placeholderData: keepPreviousData,
  });
}
