import { z } from 'zod';
import { uuid } from '../fields.ts';

/** Routes that a browser opens and an identity provider leads back to; they answer with redirects and pages of their own. */
export const ssoRedirects = {
  /** Leads to the provider. */
  login: {
    path: '/sso/{connection_id}/login',
    query: z.object({
      /** A path of this server to end at. */
      redirect_url: z.string().max(4096).optional(),
      invite_token: z.string().max(256).optional(),
      for: z.enum(['workspace', 'administration']).default('workspace'),
      /** The address that was typed, as a hint to the provider. */
      email: z.string().max(254).optional(),
    }),
  },
  /** A started round trip whose provider wants a form posted, and the test of a connection. */
  start: { path: '/sso/{connection_id}/start', query: z.object({ ticket: z.string().max(256) }) },
  /** SAML: the Assertion Consumer Service. */
  acs: { path: '/sso/{connection_id}/acs' },
  /** OpenID Connect and OAuth 2.0: the redirect URI. */
  callback: { path: '/sso/{connection_id}/callback' },
  metadata: { path: '/sso/{connection_id}/metadata' },
  /** OpenID Connect Back-Channel Logout 1.0. */
  backChannelLogout: { path: '/sso/{connection_id}/back-channel-logout' },
  /** Dify's own callback addresses, which lead to the connection of that protocol that serves the workspaces. */
  aliases: {
    saml: '/console/api/enterprise/sso/saml/acs',
    oidc: '/console/api/enterprise/sso/oidc/callback',
    oauth2: '/console/api/enterprise/sso/oauth2/callback',
  },
  /** A terminal's approval by somebody known only to a provider. */
  deviceInitiate: {
    path: '/openapi/v1/oauth/device/sso-initiate',
    query: z.object({ user_code: z.string().max(64).default('') }),
  },
  deviceComplete: {
    path: '/openapi/v1/oauth/device/sso-complete',
    query: z.object({ sso_assertion: z.string().max(256).default('') }),
  },
  params: z.object({ connection_id: uuid }),
} as const;
