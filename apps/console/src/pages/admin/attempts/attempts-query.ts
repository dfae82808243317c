import { ATTEMPT_METHODS } from '@latchkey/contract/vocabulary';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { dayEnd, dayStart } from '../../../admin/day-bounds.ts';
import { type Filters, oneOf, pageNumber, present } from '../../../admin/filters.ts';

export type Attempt = Answer<'GET /admin-api/v1/sign-in-attempts'>['data'][number];

export type AttemptFilter = 'email' | 'outcome' | 'method' | 'from' | 'to' | 'page' | 'reference';

export const OUTCOMES = ['refused', 'signed_in'] as const;

export function attemptsQuery(filters: Filters<AttemptFilter>) {
  const query = present({
    email: filters.email,
    outcome: oneOf(OUTCOMES, filters.outcome),
    method: oneOf(ATTEMPT_METHODS, filters.method),
    from: dayStart(filters.from),
    to: dayEnd(filters.to),
    page: pageNumber(filters.page),
  });
  return queryOptions({
    queryKey: ['admin', 'attempts', 'list', query],
    queryFn: () => adminClient.call('GET /admin-api/v1/sign-in-attempts', { query }),
    placeholderData: keepPreviousData,
  });
}

/** The attempt with the reference that a person was shown. */
export function attemptQuery(reference: string) {
  return queryOptions({
    queryKey: ['admin', 'attempts', 'one', reference],
    queryFn: () => adminClient.call('GET /admin-api/v1/sign-in-attempts/{reference}', { params: { reference } }),
  });
}
