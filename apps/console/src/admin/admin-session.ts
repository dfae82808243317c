import { queryOptions } from '@tanstack/react-query';
import { isSignedOut } from '../session/is-signed-out.ts';
import { type Answer, adminClient } from './client.ts';

export type AdminSession = Answer<'GET /admin-api/v1/session'>;

/** Who is signed in to the administration; a refusal when nobody is. */
export const adminSessionQuery = queryOptions({
  queryKey: ['admin', 'session'],
  queryFn: () => adminClient.call('GET /admin-api/v1/session', {}),
  staleTime: 60_000,
});

/** The same, `null` when nobody is. */
export async function findAdminSession(): Promise<AdminSession | null> {
  try {
    return await adminClient.call('GET /admin-api/v1/session', {});
  } catch (error) {
    if (isSignedOut(error)) return null;
    throw error;
  }
}
