import type { SsoProtocol } from '@latchkey/contract/vocabulary';

const EVERYWHERE = ['okta', 'entra-id', 'google-workspace', 'keycloak', 'authentik'] as const;
/** Which guides tell how a protocol is set up. */
export const GUIDES = { oidc: EVERYWHERE, saml: EVERYWHERE, oauth2: ['github'] } as const;

export type GuideName = (typeof GUIDES)[SsoProtocol][number];

/** As their makers write them, in every language. */
export const PROVIDER_NAMES: Readonly<Record<GuideName, string>> = {
  okta: 'Okta',
  'entra-id': 'Microsoft Entra ID',
  'google-workspace': 'Google Workspace',
  keycloak: 'Keycloak',
  authentik: 'authentik',
  github: 'GitHub',
};
