import type { EndpointOutput } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import { isSignedOut } from './is-signed-out.ts';

export type UnfinishedSignIn = EndpointOutput<Routes['GET /console/api/unfinished-sign-in']>;

/** What is missing to end this browser's sign-in; `null` when none is under way. */
export const unfinishedSignInQuery = queryOptions({
  queryKey: ['unfinished-sign-in'],
  queryFn: fetchUnfinishedSignIn,
});

export async function fetchUnfinishedSignIn(): Promise<UnfinishedSignIn | null> {
  try {
    return await client.call('GET /console/api/unfinished-sign-in', {});
  } catch (error) {
    if (isSignedOut(error)) return null;
    throw error;
  }
}
