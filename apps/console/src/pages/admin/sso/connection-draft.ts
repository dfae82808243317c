import type { IdTokenAlgorithm, SsoProtocol, SsoUse } from '@latchkey/contract/vocabulary';
import { type Duration, durationOf } from '../../../admin/duration.ts';
import type { GivenRole } from '../../../admin/role-field.tsx';
import type { Connection, Preset, Provider } from './sso-query.ts';

interface GroupRole {
  readonly group: string;
  readonly role: GivenRole;
}

/** The form of a connection, as it is typed; what another protocol has stays as it began. */
export interface ConnectionDraft {
  readonly protocol: SsoProtocol;
  readonly name: string;
  readonly label: string;
  readonly logo: string | null;
  readonly enabled: boolean;
  readonly uses: readonly SsoUse[];
  /** One a line. */
  readonly domains: string;

  readonly entityId: string;
  readonly ssoUrl: string;
  readonly ssoBinding: 'redirect' | 'post';
  readonly certificates: readonly string[];
  readonly nameIdFormat: string;
  readonly allowsIdpInitiated: boolean;

  readonly issuer: string;
  readonly idTokenAlgorithm: IdTokenAlgorithm;
  readonly asksUserInfo: boolean;

  readonly clientId: string;
  /** What is entered to replace the stored one. */
  readonly clientSecret: string;
  readonly isPublicClient: boolean;
  /** Separated by spaces. */
  readonly scopes: string;

  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly userInfoUrl: string;
  readonly emailsUrl: string;
  readonly tokenAuthentication: 'basic' | 'post';

  readonly subject: string;
  readonly email: string;
  readonly personName: string;
  readonly groups: string;
  readonly verified: 'claim' | 'always' | 'never';
  readonly verifiedPath: string;
  readonly clockSkew: string;
  /** One a line. */
  readonly requiredContexts: string;

  readonly createsAccounts: boolean;
  /** One a line. */
  readonly creationDomains: string;
  readonly workspaceId: string;
  readonly role: GivenRole;
  readonly groupRoles: readonly GroupRole[];
  readonly session: Duration;
  readonly signsOutAtProvider: boolean;
}

export type ConnectionKind = 'saml' | 'oidc' | 'github' | 'generic';

const NOTHING: Omit<ConnectionDraft, 'protocol'> = {
  name: '',
  label: '',
  logo: null,
  enabled: true,
  uses: ['workspace'],
  domains: '',
  entityId: '',
  ssoUrl: '',
  ssoBinding: 'redirect',
  certificates: [''],
  nameIdFormat: '',
  allowsIdpInitiated: false,
  issuer: '',
  idTokenAlgorithm: 'RS256',
  asksUserInfo: true,
  clientId: '',
  clientSecret: '',
  isPublicClient: false,
  scopes: '',
  authorizationUrl: '',
  tokenUrl: '',
  userInfoUrl: '',
  emailsUrl: '',
  tokenAuthentication: 'basic',
  subject: '',
  email: '',
  personName: '',
  groups: '',
  verified: 'never',
  verifiedPath: 'email_verified',
  clockSkew: '120',
  requiredContexts: '',
  createsAccounts: false,
  creationDomains: '',
  workspaceId: '',
  role: 'normal',
  groupRoles: [],
  session: { amount: '7', unit: 'days' },
  signsOutAtProvider: false,
};

/** What a new connection starts from. */
export function newDraft(kind: ConnectionKind, presets: readonly Preset[]): ConnectionDraft {
  switch (kind) {
    case 'saml':
      return { ...NOTHING, protocol: 'saml' };
    case 'oidc':
      return { ...NOTHING, protocol: 'oidc', scopes: 'openid email profile', verified: 'claim', clockSkew: '60' };
    case 'github':
    case 'generic': {
      const preset = presets.find(({ name }) => name === kind);
      const name = kind === 'github' ? 'GitHub' : '';
      const draft: ConnectionDraft = { ...NOTHING, protocol: 'oauth2', name, label: name };
      return preset === undefined ? draft : { ...draft, ...oauth2Draft(preset.provider) };
    }
  }
}

export function draftOf(connection: Connection): ConnectionDraft {
  const { provider, account_creation: creation } = connection;
  return {
    ...NOTHING,
    ...providerDraft(provider),
    protocol: provider.protocol,
    name: connection.name,
    label: connection.label,
    logo: connection.logo,
    enabled: connection.enabled,
    uses: connection.uses,
    domains: connection.domains.map(({ domain }) => domain).join('\n'),
    createsAccounts: creation.enabled,
    creationDomains: creation.domains.join('\n'),
    workspaceId: creation.workspace_id ?? '',
    role: creation.role,
    groupRoles: creation.group_roles,
    session: durationOf(connection.session_seconds),
    signsOutAtProvider: connection.signs_out_at_provider,
  };
}

function providerDraft(provider: Provider): Partial<ConnectionDraft> {
  switch (provider.protocol) {
    case 'saml':
      return {
        ...mappingDraft(provider),
        entityId: provider.entity_id,
        ssoUrl: provider.sso_url,
        ssoBinding: provider.sso_binding,
        certificates: provider.certificates,
        nameIdFormat: provider.name_id_format ?? '',
        allowsIdpInitiated: provider.allows_idp_initiated,
        clockSkew: String(provider.clock_skew_seconds),
        requiredContexts: provider.required_contexts.join('\n'),
      };
    case 'oidc':
      return {
        ...mappingDraft(provider),
        issuer: provider.issuer,
        clientId: provider.client_id,
        isPublicClient: !provider.has_client_secret,
        scopes: provider.scopes.join(' '),
        idTokenAlgorithm: provider.id_token_algorithm,
        asksUserInfo: provider.asks_user_info,
        clockSkew: String(provider.clock_skew_seconds),
        requiredContexts: provider.required_contexts.join('\n'),
      };
    case 'oauth2':
      return { ...oauth2Draft(provider), clientId: provider.client_id, isPublicClient: !provider.has_client_secret };
  }
}

function oauth2Draft(provider: Preset['provider']): Partial<ConnectionDraft> {
  return {
    ...mappingDraft(provider),
    authorizationUrl: provider.authorization_url,
    tokenUrl: provider.token_url,
    userInfoUrl: provider.user_info_url,
    emailsUrl: provider.emails_url ?? '',
    issuer: provider.issuer ?? '',
    tokenAuthentication: provider.token_authentication,
    scopes: provider.scopes.join(' '),
  };
}

function mappingDraft({ fields, verified_email: rule }: Pick<Provider, 'fields' | 'verified_email'>) {
  return {
    subject: fields.subject ?? '',
    email: fields.email ?? '',
    personName: fields.name ?? '',
    groups: fields.groups ?? '',
    verified: rule.kind,
    ...(rule.kind === 'claim' ? { verifiedPath: rule.path } : {}),
  };
}
