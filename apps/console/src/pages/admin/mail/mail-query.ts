import { LETTER_KINDS, LETTER_STATUSES } from '@latchkey/contract/vocabulary';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Answer, adminClient } from '../../../admin/client.ts';
import { type Filters, oneOf, pageNumber, present } from '../../../admin/filters.ts';

export type Mail = Answer<'GET /admin-api/v1/mail'>;
export type Letter = Answer<'GET /admin-api/v1/letters'>['data'][number];

export type LetterFilter = 'q' | 'status' | 'kind' | 'page';

export const LETTERS = ['admin', 'letters'] as const;

export const mailQuery = queryOptions({
  queryKey: ['admin', 'mail'],
  queryFn: () => adminClient.call('GET /admin-api/v1/mail', {}),
});

export function lettersQuery(filters: Filters<LetterFilter>) {
  const query = present({
    q: filters.q,
    status: oneOf(LETTER_STATUSES, filters.status),
    kind: oneOf(LETTER_KINDS, filters.kind),
    page: pageNumber(filters.page),
  });
  return queryOptions({
    queryKey: [...LETTERS, 'list', query],
    queryFn: () => adminClient.call('GET /admin-api/v1/letters', { query }),
    placeholderData: keepPreviousData,
  });
}
