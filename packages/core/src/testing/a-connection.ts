import type { ConfiguredConnection } from '../sso/configured-connection.ts';
import { anId } from './an-id.ts';
import { NOON } from './instant.ts';

/** An OpenID provider that serves workspaces since noon. */
export function aConnection(differences: Partial<ConfiguredConnection> = {}): ConfiguredConnection {
  return {
    id: anId(1),
    name: 'The directory',
    provider: {
      protocol: 'oidc',
      issuer: 'https://idp.example.com',
      clientId: 'latchkey',
      clientSecret: 'a secret of the provider',
      scopes: ['email'],
      idTokenAlgorithm: 'RS256',
      asksUserInfo: true,
      fields: { subject: null, email: null, name: null, groups: null },
      verifiedEmail: { kind: 'claim', path: 'email_verified' },
      clockSkewSeconds: 60,
      requiredContexts: [],
    },
    isEnabled: true,
    label: 'Continue with the directory',
    logo: null,
    uses: ['workspace'],
    domains: [],
    accountCreation: { isEnabled: false, domains: [], workspaceId: null, role: 'normal', groupRoles: [] },
    sessionSeconds: 7 * 86_400,
    signsOutAtProvider: false,
    version: 1,
    createdAt: NOON,
    changedAt: NOON,
    ...differences,
  };
}
