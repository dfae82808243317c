import type { OAuth2Memory, OAuth2Provider, ProviderIdentity, SsoAnswer, SsoConnection } from '@latchkey/core';
import { authorizationCodeGrant } from 'openid-client';
import type { Asking } from '../asking.ts';
import { mapPerson } from '../identity/map-person.ts';
import { refuseForeignMemory } from '../identity/refuse-foreign-memory.ts';
import { singleFields } from '../identity/single-fields.ts';
import { refusalOf } from '../oidc/refusal-of.ts';
import { askUserInfo } from './ask-user-info.ts';
import { issuerOf, oauth2Configuration } from './oauth2-configuration.ts';

const USUAL_FIELDS = { email: ['email'], name: ['name'], groups: ['groups'] };

export async function finishOAuth2(
  asking: Asking,
  connection: SsoConnection,
  provider: OAuth2Provider,
  memory: OAuth2Memory,
  answer: SsoAnswer,
): Promise<ProviderIdentity> {
  const fields = singleFields(answer);
  refuseForeignMemory(connection, issuerOf(provider), memory, fields.get('state') ?? null, asking.clock);
  const accessToken = await redeemCode(asking, provider, fields, memory);
  const claims = await askUserInfo(asking.fetch, provider, accessToken);
  return {
    connectionId: connection.id,
    ...mapPerson(claims, { ...provider, usual: USUAL_FIELDS }, null),
    claims,
    providerSession: null,
    authenticatedAt: null,
    endsAt: null,
  };
}

async function redeemCode(
  asking: Asking,
  provider: OAuth2Provider,
  fields: ReadonlyMap<string, string>,
  memory: OAuth2Memory,
): Promise<string> {
  const arrivedAt = new URL(memory.callbackUrl);
  // Of a provider that has no issuer, `iss` is a parameter we do not know (RFC 6749 §4.1.2).
  const known = [...fields].filter(([name]) => name !== 'iss' || provider.issuer !== null);
  arrivedAt.search = new URLSearchParams(known).toString();
  try {
    const tokens = await authorizationCodeGrant(oauth2Configuration(asking, provider), arrivedAt, {
      expectedState: memory.state,
      pkceCodeVerifier: memory.codeVerifier,
    });
    return tokens.access_token;
  } catch (error) {
    throw refusalOf(error, 'token_refused');
  }
}
