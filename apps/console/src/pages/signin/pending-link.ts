import type { EndpointOutput } from '@latchkey/contract';
import { type Routes, WireError } from '@latchkey/sdk';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../session/client.ts';

export type PendingLink = EndpointOutput<Routes['GET /console/api/sso/pending-link']>;

/** The identity that waits to be linked in this browser, as whoever is signed in sees it; `null` when none waits. */
export function pendingLinkQuery(accountId: string | undefined) {
  return queryOptions({
    queryKey: ['pending-link', accountId ?? null],
    queryFn: fetchPendingLink,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

async function fetchPendingLink(): Promise<PendingLink | null> {
  try {
    return await client.call('GET /console/api/sso/pending-link', {});
  } catch (error) {
    if (error instanceof WireError && error.code === 'pending_link_not_found') return null;
    throw error;
  }
}
