import { client } from './client.ts';
import { isSignedOut } from './is-signed-out.ts';

/** Ends this session and leaves for the sign-in page with nothing of the account left in memory. */
export async function signOut(signInPath: string): Promise<void> {
  try {
    await client.call('POST /console/api/logout', {});
  } catch (error) {
    if (!isSignedOut(error)) throw error;
  }
  location.assign(signInPath);
}
