import {
  type OidcMemory,
  type OidcProvider,
  type ProviderIdentity,
  type SsoAnswer,
  type SsoConnection,
  SsoRefusal,
} from '@latchkey/core';
import { authorizationCodeGrant, type Configuration, fetchUserInfo } from 'openid-client';
import type { Asking } from '../asking.ts';
import { mapPerson } from '../identity/map-person.ts';
import { type Claims, readText } from '../identity/read-field.ts';
import { refuseForeignMemory } from '../identity/refuse-foreign-memory.ts';
import { refuseStaleAuthentication } from '../identity/refuse-stale-authentication.ts';
import { singleFields } from '../identity/single-fields.ts';
import { oidcConfiguration } from './oidc-configuration.ts';
import type { OidcDirectory } from './oidc-directory.ts';
import { refusalOf } from './refusal-of.ts';
import { verifyIdToken } from './verify-id-token.ts';

const USUAL_FIELDS = { email: ['email'], name: ['name', 'preferred_username'], groups: ['groups'] };

export async function finishOidc(
  asking: Asking,
  directory: OidcDirectory,
  connection: SsoConnection,
  provider: OidcProvider,
  memory: OidcMemory,
  answer: SsoAnswer,
): Promise<ProviderIdentity> {
  const fields = singleFields(answer);
  refuseForeignMemory(connection, provider.issuer, memory, fields.get('state') ?? null, asking.clock);
  const published = await directory.find(provider.issuer);
  const configuration = oidcConfiguration(asking, provider, published.server);
  const tokens = await redeemCode(configuration, fields, memory);
  const idToken = await verifyIdToken(asking, provider, published, tokens.id_token ?? '', memory);
  const claims = await withUserInfo(configuration, provider, idToken, tokens.access_token);
  const authenticatedAt = typeof idToken.auth_time === 'number' ? new Date(idToken.auth_time * 1000) : null;
  refuseStaleAuthentication(memory, authenticatedAt, provider.clockSkewSeconds, claims);
  refuseWeakAuthentication(provider, idToken);
  return {
    connectionId: connection.id,
    ...mapPerson(claims, { ...provider, usual: USUAL_FIELDS }, idToken.sub),
    claims,
    providerSession: readText(idToken, 'sid'),
    authenticatedAt,
    endsAt: null,
  };
}

/** Checks state and issuer of the answer (RFC 9207), then trades the code, once. */
async function redeemCode(configuration: Configuration, fields: ReadonlyMap<string, string>, memory: OidcMemory) {
  const arrivedAt = new URL(memory.callbackUrl);
  arrivedAt.search = new URLSearchParams([...fields]).toString();
  try {
    return await authorizationCodeGrant(configuration, arrivedAt, {
      expectedState: memory.state,
      expectedNonce: memory.nonce,
      pkceCodeVerifier: memory.codeVerifier,
      idTokenExpected: true,
    });
  } catch (error) {
    throw refusalOf(error, 'answer_malformed');
  }
}

/** What the ID token says stands; user-info only adds to it, and must be about the same person (OIDC Core §5.3.2). */
async function withUserInfo(
  configuration: Configuration,
  provider: OidcProvider,
  idToken: Claims & { readonly sub: string },
  accessToken: string,
): Promise<Claims> {
  if (!provider.asksUserInfo || configuration.serverMetadata().userinfo_endpoint === undefined) return idToken;
  try {
    const { email_verified, ...userInfo } = await fetchUserInfo(configuration, accessToken, idToken.sub);
    // It vouches for the address beside it, which may be another one than the ID token's.
    const isAboutOurs = idToken.email === undefined || idToken.email === userInfo.email;
    return { ...userInfo, ...(isAboutOurs ? { email_verified } : {}), ...idToken };
  } catch (error) {
    throw refusalOf(error, 'provider_answer_refused');
  }
}

function refuseWeakAuthentication({ requiredContexts }: OidcProvider, idToken: Claims): void {
  const context = readText(idToken, 'acr');
  if (requiredContexts.length === 0 || (context !== null && requiredContexts.includes(context))) return;
  throw new SsoRefusal('authentication_too_weak', `the provider used ${context ?? 'no stated context'}`, {
    claims: idToken,
  });
}
