export { createSsoConnector } from './create-sso-connector.ts';
export { OAUTH2_PRESETS } from './oauth2/oauth2-presets.ts';
export { createServiceProviderKey } from './saml/create-service-provider-key.ts';
export type { ServiceProviderKey, SsoConnectorOptions } from './sso-connector-options.ts';
