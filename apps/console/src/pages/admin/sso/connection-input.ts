import { secondsOf } from '../../../admin/duration.ts';
import type { ConnectionDraft } from './connection-draft.ts';

/** A connection as the server takes it. */
export function connectionInput(draft: ConnectionDraft) {
  return {
    name: draft.name.trim(),
    label: draft.label.trim(),
    logo: draft.logo,
    enabled: draft.enabled,
    uses: [...draft.uses],
    domains: lines(draft.domains),
    provider: providerInput(draft),
    account_creation: {
      enabled: draft.createsAccounts,
      domains: lines(draft.creationDomains),
      workspace_id: draft.workspaceId === '' ? null : draft.workspaceId,
      role: draft.role,
      group_roles: draft.groupRoles
        .filter(({ group }) => group.trim() !== '')
        .map(({ group, role }) => ({ group: group.trim(), role })),
    },
    session_seconds: secondsOf(draft.session),
    signs_out_at_provider: draft.protocol === 'oidc' && draft.signsOutAtProvider,
  };
}

/** Lines, spaces and commas separate. */
export function lines(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((one) => one !== ''))];
}

function providerInput(draft: ConnectionDraft) {
  const verified_email =
    draft.verified === 'claim'
      ? ({ kind: 'claim', path: draft.verifiedPath.trim() } as const)
      : ({ kind: draft.verified } as const);
  const fields = {
    subject: orNull(draft.subject),
    email: orNull(draft.email),
    name: orNull(draft.personName),
    groups: orNull(draft.groups),
  };
  const checks = { clock_skew_seconds: Number(draft.clockSkew), required_contexts: lines(draft.requiredContexts) };
  switch (draft.protocol) {
    case 'saml':
      return {
        protocol: 'saml',
        entity_id: draft.entityId.trim(),
        sso_url: draft.ssoUrl.trim(),
        sso_binding: draft.ssoBinding,
        certificates: draft.certificates.map((one) => one.trim()).filter((one) => one !== ''),
        name_id_format: orNull(draft.nameIdFormat),
        allows_idp_initiated: draft.allowsIdpInitiated,
        fields,
        verified_email,
        ...checks,
      } as const;
    case 'oidc':
      return {
        protocol: 'oidc',
        issuer: draft.issuer.trim(),
        id_token_algorithm: draft.idTokenAlgorithm,
        asks_user_info: draft.asksUserInfo,
        fields,
        verified_email,
        ...client(draft),
        ...checks,
      } as const;
    case 'oauth2':
      return {
        protocol: 'oauth2',
        authorization_url: draft.authorizationUrl.trim(),
        token_url: draft.tokenUrl.trim(),
        user_info_url: draft.userInfoUrl.trim(),
        emails_url: orNull(draft.emailsUrl),
        issuer: orNull(draft.issuer),
        token_authentication: draft.tokenAuthentication,
        fields: { ...fields, subject: draft.subject.trim() },
        verified_email,
        ...client(draft),
      } as const;
  }
}

/** A secret that is not entered anew stays as it is stored. */
function client({ clientId, clientSecret, isPublicClient, scopes }: ConnectionDraft) {
  const secret = isPublicClient ? { client_secret: null } : {};
  return {
    client_id: clientId.trim(),
    scopes: lines(scopes),
    ...(clientSecret === '' || isPublicClient ? secret : { client_secret: clientSecret }),
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
