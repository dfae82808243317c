import { describe, expect, test } from 'vitest';
import { draftOf, newDraft } from './connection-draft.ts';
import { connectionInput } from './connection-input.ts';
import type { Connection } from './sso-query.ts';

const CONNECTION: Connection = {
  id: '01a219b7-0f4f-783b-86bb-e13e49c571f6',
  version: 3,
  name: 'Acme ID',
  enabled: true,
  label: 'Acme',
  logo: null,
  uses: ['workspace', 'administration'],
  domains: [
    { domain: 'acme.example', proof: 'dns', proven_at: null, record: { name: 'a', value: 'b' } },
    { domain: 'acme.test', proof: 'none', proven_at: null, record: { name: 'a', value: 'b' } },
  ],
  account_creation: {
    enabled: true,
    domains: ['acme.example'],
    workspace_id: null,
    role: 'normal',
    group_roles: [{ group: 'Staff of the lab', role: 'editor' }],
  },
  session_seconds: 43_200,
  signs_out_at_provider: true,
  provider: {
    protocol: 'oidc',
    issuer: 'https://id.acme.example',
    client_id: 'latchkey',
    has_client_secret: true,
    scopes: ['openid', 'email'],
    id_token_algorithm: 'ES256',
    asks_user_info: false,
    fields: { subject: null, email: 'mail', name: null, groups: 'groups' },
    verified_email: { kind: 'claim', path: 'xms_edov' },
    clock_skew_seconds: 60,
    required_contexts: ['mfa'],
  },
  callback_url: '',
  callback_aliases: [],
  entity_id: null,
  metadata_url: null,
  login_url: '',
  back_channel_logout_url: null,
  identity_count: 0,
  last_test: null,
  created_at: '2026-11-26T00:00:00.000Z',
  changed_at: '2026-11-26T00:00:00.000Z',
};

describe('a connection that is opened and saved without a change', () => {
  test('is sent as it was, and the stored secret is not mentioned', () => {
    const { provider, ...rest } = connectionInput(draftOf(CONNECTION));
    const { has_client_secret: _, ...kept } = { ...CONNECTION.provider, has_client_secret: true };
    expect(provider).toEqual(kept);
    expect(rest).toEqual({
      name: 'Acme ID',
      label: 'Acme',
      logo: null,
      enabled: true,
      uses: ['workspace', 'administration'],
      domains: ['acme.example', 'acme.test'],
      account_creation: CONNECTION.account_creation,
      session_seconds: 43_200,
      signs_out_at_provider: true,
    });
  });
});

describe('the client secret', () => {
  const draft = draftOf(CONNECTION);

  test('replaces the stored one once it is entered', () => {
    expect(connectionInput({ ...draft, clientSecret: 'next' }).provider).toHaveProperty('client_secret', 'next');
  });

  test('is taken away when it is said that there is none', () => {
    expect(connectionInput({ ...draft, isPublicClient: true }).provider).toHaveProperty('client_secret', null);
  });
});

test('domains may be typed with lines, commas and spaces, and twice', () => {
  const draft = { ...newDraft('oidc', []), domains: ' acme.example, acme.test\nacme.example ' };
  expect(connectionInput(draft).domains).toEqual(['acme.example', 'acme.test']);
});

test('a new SAML connection trusts no mail address until somebody says so', () => {
  expect(connectionInput(newDraft('saml', [])).provider.verified_email).toEqual({ kind: 'never' });
});
