import { client } from './client.ts';
import { isSignedOut } from './is-signed-out.ts';

/**
 * Ends this session and leaves with nothing of the account left in memory: for the sign-in page, by way of the
 * provider's own page for signing out where the connection says so.
 */
export async function signOut(signInPath: string): Promise<void> {
  location.assign((await end()) ?? signInPath);
}

async function end(): Promise<string | undefined> {
  try {
    const { provider_sign_out_url } = await client.call('POST /console/api/logout', {});
    return provider_sign_out_url;
  } catch (error) {
    if (isSignedOut(error)) return undefined;
    throw error;
  }
}
