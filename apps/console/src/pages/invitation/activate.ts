import type { EndpointRequest } from '@latchkey/contract';
import type { Routes } from '@latchkey/sdk';
import { client } from '../../session/client.ts';
import { type Account, fetchProfile } from '../../session/profile.ts';

/**
 * Accepts an invitation for the account that it created; whoever is signed in by that, `null` when nobody is.
 *
 * @throws {WireError} when the server refuses.
 */
export async function activate(
  body: EndpointRequest<Routes['POST /console/api/activate']>['body'],
): Promise<Account | null> {
  await client.call('POST /console/api/activate', { body });
  return fetchProfile();
}
