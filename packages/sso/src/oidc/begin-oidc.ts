import type { OidcProvider, SsoConnection, SsoQuestion, SsoRequest } from '@latchkey/core';
import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Asking } from '../asking.ts';
import { askable } from '../outgoing/askable.ts';
import { oidcConfiguration } from './oidc-configuration.ts';
import type { OidcDirectory } from './oidc-directory.ts';

/** Code flow with PKCE, nonce and state, always (OIDC Core §3.1.2.1, RFC 9700 §2.1.1). */
export async function beginOidc(
  asking: Asking,
  directory: OidcDirectory,
  connection: SsoConnection,
  provider: OidcProvider,
  request: SsoRequest,
): Promise<SsoQuestion> {
  const { server } = await directory.find(provider.issuer);
  // The issuer named this address; a browser must not be sent to a script.
  askable(server.authorization_endpoint ?? '', asking.allowPrivateNetworks);
  const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  const forceReauthentication = request.forceReauthentication ?? false;
  const url = buildAuthorizationUrl(oidcConfiguration(asking, provider, server), {
    redirect_uri: request.callbackUrl,
    scope: [...new Set(['openid', ...provider.scopes])].join(' '),
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...(request.loginHint === undefined ? {} : { login_hint: request.loginHint }),
    ...(forceReauthentication ? { prompt: 'login', max_age: '0' } : {}),
    ...(provider.requiredContexts.length === 0 ? {} : { acr_values: provider.requiredContexts.join(' ') }),
  });
  return {
    redirect: { kind: 'url', url: url.href },
    memory: {
      protocol: 'oidc',
      connectionId: connection.id,
      state,
      callbackUrl: request.callbackUrl,
      startedAt: asking.clock().toISOString(),
      forceReauthentication,
      issuer: provider.issuer,
      nonce,
      codeVerifier,
    },
  };
}
