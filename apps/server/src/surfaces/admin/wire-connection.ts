import { ssoRedirects } from '@latchkey/contract';
import {
  addressesOf,
  type ConfiguredConnection,
  type ConnectionDomain,
  type FieldMapping,
  type PlatformRules,
  proofOf,
  recordOf,
  type SsoProvider,
  type SsoTest,
  serves,
} from '@latchkey/core';
import { certificateDetails } from './certificate-details.ts';

interface Beside {
  readonly rules: PlatformRules;
  /** All of them: Dify's addresses lead to one that is alone of its protocol. */
  readonly all: readonly ConfiguredConnection[];
  readonly identityCount: number;
  readonly lastTest: SsoTest | undefined;
}

export function wireConnection(connection: ConfiguredConnection, { rules, all, identityCount, lastTest }: Beside) {
  const { id, provider, accountCreation } = connection;
  const { callbackUrl, entityId } = addressesOf(rules, connection);
  const at = (path: string) => `${rules.publicUrl}${path.replace('{connection_id}', id)}`;
  const rivals = all.filter((one) => one.provider.protocol === provider.protocol && serves(one, 'workspace'));
  const isAlone = rivals.length === 1 && rivals[0]?.id === id;
  return {
    id,
    name: connection.name,
    enabled: connection.isEnabled,
    label: connection.label,
    logo: connection.logo,
    uses: [...connection.uses],
    account_creation: {
      enabled: accountCreation.isEnabled,
      domains: [...accountCreation.domains],
      workspace_id: accountCreation.workspaceId,
      role: accountCreation.role,
      group_roles: accountCreation.groupRoles.map(({ group, role }) => ({ group, role })),
    },
    session_seconds: connection.sessionSeconds,
    signs_out_at_provider: connection.signsOutAtProvider,
    version: connection.version,
    domains: connection.domains.map((domain) => wireDomain(domain, rules)),
    provider: wireProvider(provider),
    callback_url: callbackUrl,
    callback_aliases: isAlone ? [`${rules.publicUrl}${ssoRedirects.aliases[provider.protocol]}`] : [],
    entity_id: entityId ?? null,
    metadata_url: provider.protocol === 'saml' ? at(ssoRedirects.metadata.path) : null,
    login_url: at(ssoRedirects.login.path),
    back_channel_logout_url: provider.protocol === 'oidc' ? at(ssoRedirects.backChannelLogout.path) : null,
    identity_count: identityCount,
    last_test:
      lastTest === undefined
        ? null
        : {
            id: lastTest.id,
            started_by: lastTest.startedByName,
            started_at: lastTest.startedAt.toISOString(),
            outcome: lastTest.outcome,
            is_stale: lastTest.connectionVersion !== connection.version,
          },
    created_at: connection.createdAt.toISOString(),
    changed_at: connection.changedAt.toISOString(),
  };
}

export function wireDomain(domain: ConnectionDomain, { provenDomains }: Pick<PlatformRules, 'provenDomains'>) {
  return {
    domain: domain.domain,
    proof: proofOf(domain, provenDomains),
    proven_at: domain.provenAt?.toISOString() ?? null,
    record: recordOf(domain),
  };
}

function wireProvider(provider: SsoProvider) {
  const fields = wireFields(provider.fields);
  const shared = { fields, verified_email: provider.verifiedEmail };
  switch (provider.protocol) {
    case 'saml':
      return {
        ...shared,
        protocol: provider.protocol,
        entity_id: provider.entityId,
        sso_url: provider.ssoUrl,
        sso_binding: provider.ssoBinding,
        certificates: [...provider.certificates],
        name_id_format: provider.nameIdFormat,
        clock_skew_seconds: provider.clockSkewSeconds,
        allows_idp_initiated: provider.allowsIdpInitiated,
        required_contexts: [...provider.requiredContexts],
        certificate_details: provider.certificates.flatMap(certificateDetails),
      };
    case 'oidc':
      return {
        ...shared,
        protocol: provider.protocol,
        issuer: provider.issuer,
        client_id: provider.clientId,
        scopes: [...provider.scopes],
        id_token_algorithm: provider.idTokenAlgorithm,
        asks_user_info: provider.asksUserInfo,
        clock_skew_seconds: provider.clockSkewSeconds,
        required_contexts: [...provider.requiredContexts],
        has_client_secret: provider.clientSecret !== null,
      };
    case 'oauth2':
      return {
        ...shared,
        fields: { ...fields, subject: provider.fields.subject },
        protocol: provider.protocol,
        authorization_url: provider.authorizationUrl,
        token_url: provider.tokenUrl,
        user_info_url: provider.userInfoUrl,
        emails_url: provider.emailsUrl,
        issuer: provider.issuer,
        client_id: provider.clientId,
        token_authentication: provider.tokenAuthentication,
        scopes: [...provider.scopes],
        has_client_secret: provider.clientSecret !== null,
      };
  }
}

function wireFields({ subject, email, name, groups }: FieldMapping) {
  return { subject, email, name, groups };
}
