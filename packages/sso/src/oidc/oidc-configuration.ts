import type { OidcProvider } from '@latchkey/core';
import {
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  clockSkew,
  clockTolerance,
  customFetch,
  None,
  type ServerMetadata,
} from 'openid-client';
import type { Asking } from '../asking.ts';
import { allowPlainHttp } from './allow-plain-http.ts';

/** openid-client's view of one connection, by our clock and our way out. */
export function oidcConfiguration(
  asking: Asking,
  provider: OidcProvider,
  server: Readonly<ServerMetadata>,
): Configuration {
  const metadata = {
    id_token_signed_response_alg: provider.idTokenAlgorithm,
    [clockSkew]: Math.round((asking.clock().getTime() - Date.now()) / 1000),
    [clockTolerance]: provider.clockSkewSeconds,
  };
  const configuration = new Configuration(server, provider.clientId, metadata, authentication(provider, server));
  configuration[customFetch] = asking.fetch;
  if (asking.allowPrivateNetworks) allowPlainHttp(configuration);
  return configuration;
}

/** In a header unless the provider says that it only reads the form (OpenID Connect Discovery 1.0 §3). */
function authentication({ clientSecret }: OidcProvider, server: Readonly<ServerMetadata>) {
  if (clientSecret === null) return None();
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return methods.includes('client_secret_basic') ? ClientSecretBasic(clientSecret) : ClientSecretPost(clientSecret);
}
