import type { OAuth2Provider, SsoConnection, SsoQuestion, SsoRequest } from '@latchkey/core';
import { SsoRefusal } from '@latchkey/core';
import { buildAuthorizationUrl, calculatePKCECodeChallenge, randomPKCECodeVerifier, randomState } from 'openid-client';
import type { Asking } from '../asking.ts';
import { askable } from '../outgoing/askable.ts';
import { issuerOf, oauth2Configuration } from './oauth2-configuration.ts';

/** Code flow with PKCE and state (RFC 6749 §4.1, RFC 7636). A provider that knows no PKCE ignores it (RFC 6749 §3.1). */
export async function beginOAuth2(
  asking: Asking,
  connection: SsoConnection,
  provider: OAuth2Provider,
  request: SsoRequest,
): Promise<SsoQuestion> {
  if (request.forceReauthentication === true) {
    // OAuth 2.0 has no word for it, and no answer would tell.
    throw new SsoRefusal('authentication_too_old', 'an OAuth 2.0 provider cannot be asked to let people sign in anew');
  }
  askable(provider.authorizationUrl, asking.allowPrivateNetworks);
  const [state, codeVerifier] = [randomState(), randomPKCECodeVerifier()];
  const url = buildAuthorizationUrl(oauth2Configuration(asking, provider), {
    redirect_uri: request.callbackUrl,
    ...(provider.scopes.length === 0 ? {} : { scope: provider.scopes.join(' ') }),
    state,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  });
  return {
    redirect: { kind: 'url', url: url.href },
    memory: {
      protocol: 'oauth2',
      connectionId: connection.id,
      state,
      callbackUrl: request.callbackUrl,
      startedAt: asking.clock().toISOString(),
      forceReauthentication: false,
      issuer: issuerOf(provider),
      codeVerifier,
    },
  };
}
