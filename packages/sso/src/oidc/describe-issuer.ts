import { ID_TOKEN_ALGORITHMS } from '@latchkey/contract/vocabulary';
import type { OidcDiscovery } from '@latchkey/core';
import type { ServerMetadata } from 'openid-client';

/** What an administrator wants to know of an issuer before connecting it. */
export function describeIssuer(server: Readonly<ServerMetadata>): OidcDiscovery {
  const offered = server.id_token_signing_alg_values_supported ?? ['RS256'];
  return {
    issuer: server.issuer,
    authorizationEndpoint: server.authorization_endpoint ?? '',
    tokenEndpoint: server.token_endpoint ?? '',
    userInfoEndpoint: server.userinfo_endpoint ?? null,
    endSessionEndpoint: server.end_session_endpoint ?? null,
    scopes: server.scopes_supported ?? [],
    claims: server.claims_supported ?? [],
    idTokenAlgorithms: ID_TOKEN_ALGORITHMS.filter((algorithm) => offered.includes(algorithm)),
    supportsBackChannelLogout: server.backchannel_logout_supported === true,
  };
}
