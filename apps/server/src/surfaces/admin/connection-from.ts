import type { AdminApi, EndpointInput } from '@latchkey/contract';
import type { WorkspaceId } from '@latchkey/contract/vocabulary';
import type { SavedSettings, SsoProvider } from '@latchkey/core';

type Body = EndpointInput<AdminApi['createSsoConnection']>['body'];

/** Settings as an administrator sends them. */
export function connectionFrom(body: Body): SavedSettings {
  const { account_creation, provider } = body;
  return {
    name: body.name,
    isEnabled: body.enabled,
    label: body.label,
    logo: body.logo,
    uses: [...new Set(body.uses)],
    domains: body.domains,
    accountCreation: {
      isEnabled: account_creation.enabled,
      domains: account_creation.domains,
      // A boundary: a UUID from outside becomes an id.
      workspaceId: account_creation.workspace_id as WorkspaceId | null,
      role: account_creation.role,
      groupRoles: account_creation.group_roles,
    },
    sessionSeconds: body.session_seconds,
    signsOutAtProvider: body.signs_out_at_provider,
    provider: providerFrom(provider),
    keepsSecret: provider.protocol !== 'saml' && provider.client_secret === undefined,
  };
}

function providerFrom(provider: Body['provider']): SsoProvider {
  switch (provider.protocol) {
    case 'saml':
      return {
        protocol: provider.protocol,
        entityId: provider.entity_id,
        ssoUrl: provider.sso_url,
        ssoBinding: provider.sso_binding,
        certificates: provider.certificates,
        nameIdFormat: provider.name_id_format,
        fields: provider.fields,
        verifiedEmail: provider.verified_email,
        clockSkewSeconds: provider.clock_skew_seconds,
        allowsIdpInitiated: provider.allows_idp_initiated,
        requiredContexts: provider.required_contexts,
      };
    case 'oidc':
      return {
        protocol: provider.protocol,
        issuer: provider.issuer,
        clientId: provider.client_id,
        clientSecret: provider.client_secret ?? null,
        scopes: provider.scopes,
        idTokenAlgorithm: provider.id_token_algorithm,
        asksUserInfo: provider.asks_user_info,
        fields: provider.fields,
        verifiedEmail: provider.verified_email,
        clockSkewSeconds: provider.clock_skew_seconds,
        requiredContexts: provider.required_contexts,
      };
    case 'oauth2':
      return {
        protocol: provider.protocol,
        authorizationUrl: provider.authorization_url,
        tokenUrl: provider.token_url,
        userInfoUrl: provider.user_info_url,
        emailsUrl: provider.emails_url,
        issuer: provider.issuer,
        clientId: provider.client_id,
        clientSecret: provider.client_secret ?? null,
        tokenAuthentication: provider.token_authentication,
        scopes: provider.scopes,
        fields: provider.fields,
        verifiedEmail: provider.verified_email,
      };
  }
}
