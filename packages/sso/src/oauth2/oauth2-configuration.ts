import type { OAuth2Provider } from '@latchkey/core';
import { ClientSecretBasic, ClientSecretPost, Configuration, customFetch, None } from 'openid-client';
import type { Asking } from '../asking.ts';
import { allowPlainHttp } from '../oidc/allow-plain-http.ts';
import type { SafeFetch } from '../outgoing/safe-fetch.ts';

/** openid-client's view of a provider that publishes nothing about itself. */
export function oauth2Configuration(asking: Asking, provider: OAuth2Provider): Configuration {
  const server = {
    issuer: issuerOf(provider),
    authorization_endpoint: provider.authorizationUrl,
    token_endpoint: provider.tokenUrl,
    // A provider known to name itself in its answers must do so in each (RFC 9207 §2.4).
    authorization_response_iss_parameter_supported: provider.issuer !== null,
  };
  const configuration = new Configuration(server, provider.clientId, undefined, authentication(provider));
  configuration[customFetch] = withoutIdToken(asking.fetch);
  if (asking.allowPrivateNetworks) allowPlainHttp(configuration);
  return configuration;
}

/** What an answer's question is held against: a provider without an issuer is known by its token address. */
export function issuerOf(provider: OAuth2Provider): string {
  return provider.issuer ?? provider.tokenUrl;
}

function authentication({ clientSecret, tokenAuthentication }: OAuth2Provider) {
  if (clientSecret === null) return None();
  return tokenAuthentication === 'basic' ? ClientSecretBasic(clientSecret) : ClientSecretPost(clientSecret);
}

/** Nobody can say whose ID token it would be, so it proves nothing here: only the user-info address does. */
function withoutIdToken(fetch: SafeFetch): SafeFetch {
  return async (url, request) => {
    const response = await fetch(url, request);
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    if (typeof body !== 'object' || body === null || !('id_token' in body)) return response;
    const { id_token: _, ...rest } = body;
    return Response.json(rest, { status: response.status });
  };
}
