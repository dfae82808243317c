import { isSignedOut } from '../session/is-signed-out.ts';
import { adminClient } from './client.ts';

/** Ends this session and leaves by a full load, so that nothing of it stays in memory. */
export async function signOutOfAdministration(): Promise<void> {
  try {
    await adminClient.call('DELETE /admin-api/v1/session', {});
  } catch (error) {
    if (!isSignedOut(error)) throw error;
  }
  location.assign('/admin/signin');
}
