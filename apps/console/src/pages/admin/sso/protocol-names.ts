import type { SsoProtocol } from '@latchkey/contract/vocabulary';

/** As the standards write them, in every language. */
export const PROTOCOL_NAMES: Readonly<Record<SsoProtocol, string>> = {
  saml: 'SAML 2.0',
  oidc: 'OpenID Connect',
  oauth2: 'OAuth 2.0',
};
