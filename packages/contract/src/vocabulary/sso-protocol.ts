export const SSO_PROTOCOLS = ['saml', 'oidc', 'oauth2'] as const;

export type SsoProtocol = (typeof SSO_PROTOCOLS)[number];
