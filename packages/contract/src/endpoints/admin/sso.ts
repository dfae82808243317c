import { z } from 'zod';
import { ID_TOKEN_ALGORITHMS, IDENTITY_RULES, ROLES, SSO_PROTOCOLS, SSO_USES } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { instant, nameOf, success, uuid } from '../fields.ts';
import { administration, adminRefusals } from './administrator.ts';

const read = { ...administration, scope: 'policy:read' } as const;
const write = { ...administration, scope: 'policy:write' } as const;
const one = z.object({ connection_id: uuid });

/** A picture, certificates, or the metadata of a provider. */
const LARGE_BODY = 1_310_720;

const text = z.string().trim().min(1).max(2048);
const address = z.url({ protocol: /^https?$/ }).max(2048);
const names = z.array(z.string().trim().min(1).max(256)).max(50);
const domainName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u, 'is not a domain.');

/** A picture of 35 KiB in base64. */
const LOGO_LENGTH = 48 * 1024;
const logo = z
  .string()
  .max(LOGO_LENGTH)
  .regex(
    /^data:image\/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/,
    'is not the data URL of a PNG, JPEG, GIF, WebP or SVG picture.',
  );

/** Where in the provider's answer a field stands; `null`: where the protocol has it. */
const fields = z.object({
  subject: text.nullable(),
  email: text.nullable(),
  name: text.nullable(),
  groups: text.nullable(),
});

/** When a mail address counts as verified by the provider. */
const verifiedEmail = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), path: text }),
  z.object({ kind: z.literal('always') }),
  z.object({ kind: z.literal('never') }),
]);

const clockSkew = z.int().min(0).max(600);

const saml = z.object({
  protocol: z.literal('saml'),
  /** The provider's. */
  entity_id: text,
  sso_url: address,
  sso_binding: z.enum(['redirect', 'post']),
  /** PEM or bare base64; two during a rollover. */
  certificates: z.array(z.string().min(1).max(16_384)).min(1).max(5),
  name_id_format: text.nullable(),
  fields,
  verified_email: verifiedEmail,
  clock_skew_seconds: clockSkew.default(120),
  allows_idp_initiated: z.boolean().default(false),
  required_contexts: names.default([]),
});

const oidc = z.object({
  protocol: z.literal('oidc'),
  issuer: address,
  client_id: text,
  scopes: names.default(['openid', 'email', 'profile']),
  id_token_algorithm: z.enum(ID_TOKEN_ALGORITHMS).default('RS256'),
  asks_user_info: z.boolean().default(true),
  fields,
  verified_email: verifiedEmail,
  clock_skew_seconds: clockSkew.default(60),
  required_contexts: names.default([]),
});

const oauth2 = z.object({
  protocol: z.literal('oauth2'),
  authorization_url: address,
  token_url: address,
  user_info_url: address,
  emails_url: address.nullable(),
  /** What the provider sends as `iss` (RFC 9207). */
  issuer: text.nullable(),
  client_id: text,
  token_authentication: z.enum(['basic', 'post']),
  scopes: names.default([]),
  fields: fields.extend({ subject: text }),
  verified_email: verifiedEmail,
});

/** Left out: the stored one stays. `null`: a public client. Never read back. */
const clientSecret = z.string().min(1).max(4096).nullable().optional();
/** Whether a secret is stored. */
const hasSecret = z.boolean();

const certificate = z.object({
  pem: z.string(),
  subject: z.string(),
  sha256_fingerprint: z.string(),
  not_before: instant,
  not_after: instant,
});

const providerInput = z.discriminatedUnion('protocol', [
  saml,
  oidc.extend({ client_secret: clientSecret }),
  oauth2.extend({ client_secret: clientSecret }),
]);

const providerOutput = z.discriminatedUnion('protocol', [
  /** `certificate_details` of those that can be read. */
  saml.extend({ certificate_details: z.array(certificate) }),
  oidc.extend({ has_client_secret: hasSecret }),
  oauth2.extend({ has_client_secret: hasSecret }),
]);

const role = z.enum(ROLES).exclude(['owner']);

const accountCreation = z.object({
  /** Accounts are created at the first sign-in; the switches of the sign-in policy say what they start with. */
  enabled: z.boolean(),
  /** Whose verified addresses may; none: every verified address. */
  domains: z.array(domainName).max(100),
  /** Where they begin; `null`: in the default workspace, if there is one. */
  workspace_id: uuid.nullable(),
  role,
  /** The highest role of the groups that the provider names wins over `role`. */
  group_roles: z.array(z.object({ group: z.string().min(1).max(256), role })).max(100),
});

const settings = z.object({
  /** As administrators call it. */
  name: nameOf(80),
  enabled: z.boolean(),
  /** On the button of the sign-in page. */
  label: nameOf(40),
  /** The picture itself, as a data URL: the sign-in page asks no other server. */
  logo: logo.nullable(),
  uses: z.array(z.enum(SSO_USES)).max(SSO_USES.length),
  account_creation: accountCreation,
  /** After that the provider is asked again. */
  session_seconds: z
    .int()
    .min(300)
    .max(90 * 86_400)
    .default(7 * 86_400),
  /** Signing out here offers to sign out at the provider too. OpenID Connect only. */
  signs_out_at_provider: z.boolean().default(false),
});

const input = settings.extend({
  /** Addresses of these domains lead to this provider from the sign-in page. */
  domains: z.array(domainName).max(50),
  provider: providerInput,
});

const domain = z.object({
  domain: z.string(),
  /** Who says that it is the organisation's: nobody yet, its DNS, or the operator. */
  proof: z.enum(['none', 'dns', 'operator']),
  proven_at: instant.nullable(),
  /** What to publish as a TXT record. */
  record: z.object({ name: z.string(), value: z.string() }),
});

const OUTCOMES = ['running', 'succeeded', 'refused'] as const;

const lastTest = z.object({
  id: uuid,
  started_by: z.string(),
  started_at: instant,
  outcome: z.enum(OUTCOMES),
  /** The connection was changed since. */
  is_stale: z.boolean(),
});

const connection = settings.extend({
  id: uuid,
  /** Rises with every change; a save names the one it was made from. */
  version: z.int(),
  domains: z.array(domain),
  provider: providerOutput,
  /** To be registered at the provider: ACS URL or redirect URI. */
  callback_url: z.string(),
  /** Dify's callback addresses, while they lead here. */
  callback_aliases: z.array(z.string()),
  /** Ours, for SAML. */
  entity_id: z.string().nullable(),
  metadata_url: z.string().nullable(),
  /** Where people may be sent to sign in through it. */
  login_url: z.string(),
  /** For OpenID Connect. */
  back_channel_logout_url: z.string().nullable(),
  identity_count: z.int(),
  last_test: lastTest.nullable(),
  created_at: instant,
  changed_at: instant,
});

export const listSsoConnections = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/sso-connections',
  summary: 'SSO connections, oldest first',
  output: z.object({ data: z.array(connection) }),
  errors: adminRefusals,
});

export const createSsoConnection = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/sso-connections',
  summary: 'Connect an identity provider',
  largestBodyBytes: LARGE_BODY,
  description: 'Nobody depends on it until it is enabled, has a use, and single sign-on is switched on.',
  body: input.extend({
    /** Chosen by whoever connects, so that the addresses are known before the provider asks for them. */
    id: uuid.optional(),
  }),
  status: 201,
  output: connection,
  errors: ['sso_domain_taken', 'sso_domain_public', 'sso_settings_refused', 'workspace_not_found', ...adminRefusals],
});

export const getSsoConnection = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/sso-connections/{connection_id}',
  summary: 'One SSO connection',
  params: one,
  output: connection,
  errors: ['sso_connection_not_found', ...adminRefusals],
});

export const changeSsoConnection = defineEndpoint({
  ...write,
  method: 'PUT',
  path: '/admin-api/v1/sso-connections/{connection_id}',
  summary: 'Change an SSO connection',
  largestBodyBytes: LARGE_BODY,
  description:
    'The stored client secret goes to nobody but the provider and client it was entered for: when those change, it is entered again. The protocol stays.',
  params: one,
  body: input.extend({ version: z.int() }),
  output: connection,
  errors: [
    'sso_connection_not_found',
    'changed_meanwhile',
    'sso_domain_taken',
    'sso_domain_public',
    'sso_secret_needed',
    'sso_settings_refused',
    'sso_connection_serves',
    'last_administrator',
    'workspace_not_found',
    ...adminRefusals,
  ],
});

export const deleteSsoConnection = defineEndpoint({
  ...write,
  method: 'DELETE',
  path: '/admin-api/v1/sso-connections/{connection_id}',
  summary: 'Delete an SSO connection with every identity that came by it',
  description: 'The accounts stay.',
  params: one,
  output: success,
  errors: ['sso_connection_not_found', 'sso_connection_serves', 'last_administrator', ...adminRefusals],
});

export const proveSsoDomain = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/sso-connections/{connection_id}/domains/{domain}/prove',
  summary: 'Look for the TXT record that proves a domain',
  params: one.extend({ domain: domainName }),
  output: domain,
  errors: ['sso_connection_not_found', 'sso_domain_not_proven', ...adminRefusals],
});

export const discoverOidc = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/sso-connections/discover',
  summary: 'What an OpenID provider says about itself',
  body: z.object({ issuer: address }),
  output: z.object({
    issuer: z.string(),
    authorization_endpoint: z.string(),
    token_endpoint: z.string(),
    user_info_endpoint: z.string().nullable(),
    end_session_endpoint: z.string().nullable(),
    scopes: z.array(z.string()),
    claims: z.array(z.string()),
    id_token_algorithms: z.array(z.enum(ID_TOKEN_ALGORITHMS)),
    supports_back_channel_logout: z.boolean(),
  }),
  errors: ['sso_settings_refused', ...adminRefusals],
});

export const inspectSamlMetadata = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/sso-connections/inspect-metadata',
  largestBodyBytes: LARGE_BODY,
  summary: 'What a SAML provider says about itself, by address or from a file',
  body: z.union([z.object({ url: address }), z.object({ xml: z.string().min(1).max(1_048_576) })]),
  output: z.object({
    entity_id: z.string(),
    sso_url: z.string(),
    sso_binding: z.enum(['redirect', 'post']),
    certificates: z.array(certificate),
    name_id_formats: z.array(z.string()),
  }),
  errors: ['sso_settings_refused', 'request_entity_too_large', ...adminRefusals],
});

export const getSsoPresets = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/sso-connections/presets',
  summary: 'What OAuth 2.0 connections start from',
  output: z.object({
    data: z.array(
      z.object({
        name: z.enum(['github', 'generic']),
        provider: z.object({
          protocol: z.literal('oauth2'),
          authorization_url: z.string(),
          token_url: z.string(),
          user_info_url: z.string(),
          emails_url: z.string().nullable(),
          issuer: z.string().nullable(),
          token_authentication: z.enum(['basic', 'post']),
          scopes: z.array(z.string()),
          fields: fields.extend({ subject: z.string() }),
          verified_email: verifiedEmail,
        }),
      }),
    ),
  }),
  errors: adminRefusals,
});

/** Whoever tests is the person whose browser goes to the provider. */
export const startSsoTest = defineEndpoint({
  caller: 'administrator_session',
  envelope: 'problem',
  method: 'POST',
  path: '/admin-api/v1/sso-connections/{connection_id}/tests',
  summary: 'Test a connection: the real round trip, which signs nobody in',
  description:
    'Opens in a window of its own at `url`, which ends at `/admin/sso/{connection_id}/tests/{test_id}`. Works while the connection is disabled.',
  params: one,
  status: 201,
  output: z.object({ test_id: uuid, url: z.string() }),
  errors: ['sso_connection_not_found', 'sso_settings_refused', ...adminRefusals],
});

const mapped = z.object({
  subject: z.string(),
  email: z.string().nullable(),
  email_verified: z.boolean(),
  name: z.string().nullable(),
  groups: z.array(z.string()),
});

export const getSsoTest = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/sso-connections/{connection_id}/tests/{test_id}',
  summary: 'What came back from a test, and which account it would be',
  description: 'Kept for a day.',
  params: one.extend({ test_id: uuid }),
  output: z.object({
    id: uuid,
    started_by: z.string(),
    started_at: instant,
    finished_at: instant.nullable(),
    outcome: z.enum(OUTCOMES),
    is_stale: z.boolean(),
    /** What the provider said, decoded; without tokens. */
    claims: z.record(z.string(), z.unknown()).nullable(),
    /** What each field mapped to. */
    mapped: mapped.nullable(),
    /** Which account it would be if this had been a sign-in to a workspace. */
    decision: z
      .object({
        /** `signs_in` with what is linked, `links` an account there is, `proves` another way in first, `creates` one. */
        kind: z.enum(['signs_in', 'links', 'proves', 'creates', 'refused']),
        /** The rule by which it links, or by which it is refused. */
        rule: z.string().nullable(),
        account: z.object({ id: uuid, name: z.string(), email: z.string() }).nullable(),
        /** Of an account that would be created. */
        role: z.enum(ROLES).nullable(),
      })
      .nullable(),
    /** Why the provider's answer was refused; `code` is one of `SSO_REFUSALS`. */
    refusal: z.object({ code: z.string(), meaning: z.string(), remedy: z.string(), detail: z.string() }).nullable(),
  }),
  errors: ['sso_connection_not_found', 'not_found', ...adminRefusals],
});

const identity = z.object({
  id: uuid,
  connection_id: uuid,
  connection_name: z.string(),
  protocol: z.enum(SSO_PROTOCOLS),
  subject: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  rule: z.enum(IDENTITY_RULES),
  created_at: instant,
  last_used_at: instant.nullable(),
});

const account = z.object({ account_id: uuid });

export const listAccountIdentities = defineEndpoint({
  ...administration,
  scope: 'members:read',
  method: 'GET',
  path: '/admin-api/v1/accounts/{account_id}/identities',
  summary: 'Identities of providers that are linked to an account',
  params: account,
  output: z.object({ data: z.array(identity) }),
  errors: ['account_unknown', ...adminRefusals],
});

export const unlinkAccountIdentity = defineEndpoint({
  ...administration,
  scope: 'members:write',
  method: 'DELETE',
  path: '/admin-api/v1/accounts/{account_id}/identities/{identity_id}',
  summary: 'Unlink an identity, unless it is the last way in; ends the sessions that it opened',
  params: account.extend({ identity_id: uuid }),
  output: success,
  errors: ['account_unknown', 'identity_not_found', 'last_way_in', 'last_administrator', ...adminRefusals],
});
