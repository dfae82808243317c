import type { OidcProvider } from '@latchkey/core';
import type { Asking } from '../asking.ts';
import { askable } from '../outgoing/askable.ts';
import type { OidcDirectory } from './oidc-directory.ts';

/** OpenID Connect RP-Initiated Logout 1.0 §2; we keep no ID token to hint with, so the provider may ask the person. */
export async function signOutAddress(
  asking: Asking,
  directory: OidcDirectory,
  provider: OidcProvider,
  returnUrl: string,
): Promise<string | null> {
  const { server } = await directory.find(provider.issuer);
  if (server.end_session_endpoint === undefined) return null;
  const url = askable(server.end_session_endpoint, asking.allowPrivateNetworks);
  url.searchParams.set('client_id', provider.clientId);
  url.searchParams.set('post_logout_redirect_uri', returnUrl);
  return url.href;
}
