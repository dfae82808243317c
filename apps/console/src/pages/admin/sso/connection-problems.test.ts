import { expect, test } from 'vitest';
import { newDraft } from './connection-draft.ts';
import { firstWrongDomain, problemsOf } from './connection-problems.ts';

const OIDC = {
  ...newDraft('oidc', []),
  name: 'Acme',
  label: 'Acme',
  issuer: 'https://id.acme.example',
  clientId: 'latchkey',
  clientSecret: 'a secret',
};

test('a connection that is filled in has no problem', () => {
  expect(problemsOf(OIDC, false)).toEqual({});
});

test('what is missing is named by its field', () => {
  expect(problemsOf({ ...OIDC, name: ' ', clientId: '' }, false)).toEqual({ name: 'missing', clientId: 'missing' });
});

test('a secret is asked for unless one is stored or the client is public', () => {
  const bare = { ...OIDC, clientSecret: '' };
  expect(problemsOf(bare, false)).toEqual({ clientSecret: 'secret' });
  expect(problemsOf(bare, true)).toEqual({});
  expect(problemsOf({ ...bare, isPublicClient: true }, false)).toEqual({});
});

test.each(['id.acme.example', 'ftp://id.acme.example', 'javascript:alert(1)'])('%s is no address', (issuer) => {
  expect(problemsOf({ ...OIDC, issuer }, false)).toEqual({ issuer: 'url' });
});

test('the domain that is none is named', () => {
  const domains = 'acme.example\nbücher.example\nnot a domain';
  expect(problemsOf({ ...OIDC, domains }, false)).toEqual({ domains: 'domain' });
  expect(firstWrongDomain(domains)).toBe('not');
});

test('a session lasts from five minutes to ninety days', () => {
  const lasting = (amount: string, unit: 'minutes' | 'days') =>
    problemsOf({ ...OIDC, session: { amount, unit } }, false).session;
  expect([lasting('4', 'minutes'), lasting('5', 'minutes'), lasting('90', 'days'), lasting('91', 'days')]).toEqual([
    'session',
    undefined,
    undefined,
    'session',
  ]);
});

test('a SAML connection needs one certificate, wherever it stands', () => {
  const saml = {
    ...newDraft('saml', []),
    name: 'A',
    label: 'A',
    entityId: 'https://idp.example',
    ssoUrl: 'https://idp.example/sso',
  };
  expect(problemsOf({ ...saml, certificates: ['', ' '] }, false)).toEqual({ certificates: 'certificateMissing' });
  expect(problemsOf({ ...saml, certificates: ['', 'MIIC'] }, false)).toEqual({});
});
