import type { EndpointOutput } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import { isSignedOut } from './is-signed-out.ts';

export type Account = EndpointOutput<Routes['GET /console/api/account/profile']>;

/** Who is signed in; `null` when nobody is. */
export async function fetchProfile(): Promise<Account | null> {
  try {
    return await client.call('GET /console/api/account/profile', {});
  } catch (error) {
    if (isSignedOut(error)) return null;
    throw error;
  }
}

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: fetchProfile,
  // That nobody is signed in is asked again each time: another tab may have signed in.
  staleTime: ({ state }) => (state.data ? 60_000 : 0),
});
