import { createVerify, X509Certificate } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import type { SamlProvider, SsoConnection, SsoRequest } from '@latchkey/core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSsoConnector } from '../create-sso-connector.ts';
import type { ServiceProviderKey } from '../sso-connector-options.ts';
import { connectionId } from '../testing/connection-id.ts';
import { handMadeSaml, minutesAfter } from '../testing/hand-made-saml.ts';
import { refusalCodeOf } from '../testing/refusal-code-of.ts';
import { createReplayGuard } from '../testing/replay-guard.ts';
import { assertionXml, responseXml, type SamlFacts, signXml } from '../testing/saml-answer.ts';
import { createServiceProviderKey } from './create-service-provider-key.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const CALLBACK = 'https://latchkey.example.com/sso/1/acs';

let now = NOW;
let ours: ServiceProviderKey;
let theirs: ServiceProviderKey;
let idp: ReturnType<typeof handMadeSaml>;

beforeAll(async () => {
  [ours, theirs] = await Promise.all([createServiceProviderKey('latchkey', NOW), createServiceProviderKey('idp', NOW)]);
  idp = handMadeSaml(theirs);
});

function open() {
  now = NOW;
  return createSsoConnector({
    clock: () => now,
    replayGuard: createReplayGuard(),
    serviceProviderKeys: [ours],
  });
}

async function begin(changes: Partial<SamlProvider> = {}, request: Partial<SsoRequest> = {}) {
  const connector = open();
  const connection = idp.connection(changes);
  const { memory, redirect } = await connector.begin(connection, { callbackUrl: CALLBACK, ...request });
  if (memory.protocol !== 'saml') throw new Error('not SAML');
  const finish = (xml: string, relayState = memory.state) =>
    connector.finish(connection, memory, { SAMLResponse: toBase64(xml), RelayState: relayState });
  return { connector, connection, memory, redirect, finish };
}

const toBase64 = (xml: string) => Buffer.from(xml).toString('base64');

describe('a good answer', () => {
  test('names the person, with every field where the protocol has it', async () => {
    const { memory, finish, connection } = await begin();
    expect(await finish(idp.respond(memory, NOW))).toEqual({
      connectionId: connection.id,
      subject: 'ada@example.com',
      email: 'ada@example.com',
      emailVerified: true,
      name: 'Ada Lovelace',
      groups: ['engineers', 'pioneers'],
      claims: {
        NameID: 'ada@example.com',
        NameIDFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
        displayName: 'Ada Lovelace',
        groups: ['engineers', 'pioneers'],
      },
      providerSession: '_session',
      authenticatedAt: NOW,
      endsAt: null,
    });
  });

  test('has its fields where the connection maps them', async () => {
    const fields = { subject: 'uid', email: 'urn:mail', name: 'urn:name', groups: 'urn:role' };
    const { memory, finish } = await begin({ fields, verifiedEmail: { kind: 'never' } });
    const attributes = { uid: ['4711'], 'urn:mail': ['ada@example.org'], 'urn:name': ['Ada'], 'urn:role': ['admin'] };
    expect(await finish(idp.respond(memory, NOW, { attributes }))).toMatchObject({
      subject: '4711',
      email: 'ada@example.org',
      emailVerified: false,
      name: 'Ada',
      groups: ['admin'],
    });
  });

  test.each(['response', 'assertion', 'both'])('is accepted with %s signed', async (signed) => {
    const { memory, finish } = await begin();
    const facts = idp.facts(memory, NOW);
    let xml = responseXml(facts, assertionXml(facts));
    if (signed !== 'response') xml = signXml(xml, 'Assertion', theirs);
    if (signed !== 'assertion') xml = signXml(xml, 'Response', theirs);
    expect(await finish(xml)).toMatchObject({ subject: 'ada@example.com' });
  });

  test('may use letters of every script, entities and blanks', async () => {
    const { memory, finish } = await begin();
    const attributes = { displayName: ['Жанна &amp; 李 &lt;3\n  "x"'] };
    expect(await finish(idp.respond(memory, NOW, { attributes, nameId: '\n jürgen@example.com \n' }))).toMatchObject({
      subject: 'jürgen@example.com',
      name: 'Жанна & 李 <3\n  "x"',
    });
  });

  test('is accepted by either certificate of a rollover', async () => {
    const next = await createServiceProviderKey('idp, next', NOW);
    for (const key of [theirs, next]) {
      const { memory, finish } = await begin({ certificates: [theirs.certificate, next.certificate] });
      expect(await finish(handMadeSaml(key).respond(memory, NOW))).toMatchObject({ subject: 'ada@example.com' });
    }
  });

  test('may be encrypted, signed inside or around', async () => {
    for (const where of ['inside', 'around']) {
      const { memory, finish } = await begin();
      const facts = idp.facts(memory, NOW);
      const plain = assertionXml(facts);
      const assertion = where === 'inside' ? signXml(plain, 'Assertion', theirs) : plain;
      const xml = await idp.respondEncrypted(facts, assertion, ours.certificate);
      expect(await finish(where === 'inside' ? xml : signXml(xml, 'Response', theirs))).toMatchObject({
        subject: 'ada@example.com',
      });
    }
  });

  test('tells when the provider wants the session to end', async () => {
    const { memory, finish } = await begin();
    const sessionNotOnOrAfter = minutesAfter(NOW, 480);
    expect(await finish(idp.respond(memory, NOW, { sessionNotOnOrAfter }))).toMatchObject({
      endsAt: sessionNotOnOrAfter,
    });
  });
});

describe('a forged answer', () => {
  test('without any signature is refused', async () => {
    const { memory, finish } = await begin();
    const facts = idp.facts(memory, NOW);
    expect(await refusalCodeOf(finish(responseXml(facts, assertionXml(facts))))).toBe('signature_missing');
  });

  test('with its signature cut out is refused', async () => {
    const { memory, finish } = await begin();
    const xml = idp.respond(memory, NOW).replace(/<ds:Signature .*<\/ds:Signature>/s, '');
    expect(xml).not.toContain('Signature');
    expect(await refusalCodeOf(finish(xml))).toBe('signature_missing');
  });

  test('with another name put in is refused', async () => {
    const { memory, finish } = await begin();
    const xml = idp.respond(memory, NOW).replace('ada@example.com', 'owner@example.com');
    expect(await refusalCodeOf(finish(xml))).toBe('signature_invalid');
  });

  test('signed by a stranger is refused, though its KeyInfo brings the stranger’s certificate', async () => {
    const { memory, finish } = await begin();
    const stranger = handMadeSaml(await createServiceProviderKey('stranger', NOW));
    const xml = stranger.respond(memory, NOW);
    expect(xml).toContain('X509Certificate');
    expect(await refusalCodeOf(finish(xml))).toBe('signature_invalid');
  });

  test('with a good assertion and a bad signature of the response is refused', async () => {
    const { memory, finish } = await begin();
    const stranger = await createServiceProviderKey('stranger', NOW);
    const xml = signXml(idp.respond(memory, NOW), 'Response', stranger);
    expect(await refusalCodeOf(finish(xml))).toBe('signature_invalid');
  });

  test('is refused by a connection that has no certificate to verify it by', async () => {
    const { memory, finish } = await begin({ certificates: [] });
    expect(await refusalCodeOf(finish(idp.respond(memory, NOW)))).toBe('connection_incomplete');
  });
});

describe('what an answer must say', () => {
  const REFUSED: readonly (readonly [string, Partial<SamlFacts>, string])[] = [
    ['no audience', { audience: null }, 'wrong_audience'],
    ['another audience', { audience: 'https://other.example.com' }, 'wrong_audience'],
    ['an audience that only begins like ours', { audience: `${CALLBACK}.evil.example` }, 'wrong_audience'],
    ['no conditions', { conditions: '' }, 'conditions_missing'],
    ['conditions without anything', { conditions: '<saml:Conditions/>' }, 'wrong_audience'],
    [
      'an unknown condition',
      {
        conditions: `<saml:Conditions><saml:AudienceRestriction><saml:Audience>${CALLBACK}</saml:Audience></saml:AudienceRestriction><saml:Condition/></saml:Conditions>`,
      },
      'conditions_missing',
    ],
    [
      'two audience restrictions of which one is for another',
      {
        conditions: `<saml:Conditions><saml:AudienceRestriction><saml:Audience>${CALLBACK}</saml:Audience></saml:AudienceRestriction><saml:AudienceRestriction><saml:Audience>https://other.example.com</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
      },
      'wrong_audience',
    ],
    ['no recipient', { recipient: null }, 'wrong_destination'],
    ['another recipient', { recipient: 'https://other.example.com/acs' }, 'wrong_destination'],
    ['no destination', { destination: null }, 'wrong_destination'],
    ['another destination', { destination: 'https://other.example.com/acs' }, 'wrong_destination'],
    ['no issuer', { issuer: null }, 'issuer_mismatch'],
    ['another issuer', { issuer: 'https://evil.example.com' }, 'issuer_mismatch'],
    ['another issuer of the response', { responseIssuer: 'https://evil.example.com' }, 'issuer_mismatch'],
    ['no InResponseTo', { inResponseTo: null }, 'wrong_request'],
    ['another InResponseTo', { inResponseTo: '_other' }, 'wrong_request'],
    ['no InResponseTo in the confirmation', { confirmationInResponseTo: null }, 'wrong_request'],
    ['another InResponseTo in the confirmation', { confirmationInResponseTo: '_other' }, 'wrong_request'],
    ['no end of the confirmation', { confirmationNotOnOrAfter: null }, 'conditions_missing'],
    ['a confirmation that ended', { confirmationNotOnOrAfter: minutesAfter(NOW, -1) }, 'outside_validity'],
    [
      'another confirmation than bearer',
      { method: 'urn:oasis:names:tc:SAML:2.0:cm:sender-vouches' },
      'conditions_missing',
    ],
    ['conditions that ended', { notOnOrAfter: minutesAfter(NOW, -1) }, 'outside_validity'],
    ['conditions that begin later', { notBefore: minutesAfter(NOW, 2) }, 'outside_validity'],
    ['an assertion made in the future', { issueInstant: minutesAfter(NOW, 2) }, 'outside_validity'],
    [
      'an old assertion that says it holds for years',
      {
        issueInstant: minutesAfter(NOW, -120),
        notOnOrAfter: minutesAfter(NOW, 1e6),
        confirmationNotOnOrAfter: minutesAfter(NOW, 1e6),
      },
      'outside_validity',
    ],
    ['a session that ended', { sessionNotOnOrAfter: minutesAfter(NOW, -2) }, 'outside_validity'],
    ['no time of signing in', { authnInstant: null }, 'answer_malformed'],
    ['an empty name', { nameId: '' }, 'subject_missing'],
    [
      'a name that changes with every sign-in',
      { nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' },
      'subject_missing',
    ],
    ['a failure', { status: 'urn:oasis:names:tc:SAML:2.0:status:Responder' }, 'provider_refused'],
  ];

  test.each(REFUSED)('%s is refused', async (_what, changes, code) => {
    const { memory, finish } = await begin();
    expect(await refusalCodeOf(finish(idp.respond(memory, NOW, changes)))).toBe(code);
  });

  test('a refusal tells the administrator what was said and which rule refused it', async () => {
    const { memory, finish } = await begin();
    await expect(finish(idp.respond(memory, NOW, { audience: 'https://other.example.com' }))).rejects.toMatchObject({
      message: `the audience is https://other.example.com, not ${CALLBACK}`,
      claims: { NameID: 'ada@example.com', displayName: 'Ada Lovelace' },
    });
  });

  test('a response signed whole is held to the same', async () => {
    for (const [, changes, code] of REFUSED) {
      const { memory, finish } = await begin();
      const facts = idp.facts(memory, NOW, changes);
      const xml = signXml(responseXml(facts, assertionXml(facts)), 'Response', theirs);
      expect(await refusalCodeOf(finish(xml))).toBe(code);
    }
  });

  test('a clock that is a little off is forgiven, to the second', async () => {
    const late = { notOnOrAfter: minutesAfter(NOW, -0.99), confirmationNotOnOrAfter: minutesAfter(NOW, -0.99) };
    const { memory, finish } = await begin();
    expect(await finish(idp.respond(memory, NOW, late))).toMatchObject({ subject: 'ada@example.com' });
  });

  test('a required context is asked for and insisted on', async () => {
    const requiredContexts = ['urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken'];
    const { memory, finish, redirect } = await begin({ requiredContexts });
    expect(requestOf(redirect)).toContain('TimeSyncToken</saml:AuthnContextClassRef>');
    expect(await refusalCodeOf(finish(idp.respond(memory, NOW)))).toBe('authentication_too_weak');
    const again = await begin({ requiredContexts });
    const strong = idp.respond(again.memory, NOW, { context: requiredContexts[0] ?? '' });
    expect(await again.finish(strong)).toMatchObject({ subject: 'ada@example.com' });
  });

  test('a person who must prove themselves anew is asked to, and an older proof is refused', async () => {
    const { memory, finish, redirect } = await begin({}, { forceReauthentication: true });
    expect(requestOf(redirect)).toContain('ForceAuthn="true"');
    const stale = idp.respond(memory, NOW, { authnInstant: minutesAfter(NOW, -10) });
    expect(await refusalCodeOf(finish(stale))).toBe('authentication_too_old');
    expect(await finish(idp.respond(memory, NOW, { assertionId: '_other' }))).toMatchObject({ authenticatedAt: NOW });
  });
});

describe('an answer belongs to one question', () => {
  test('used twice it is refused', async () => {
    const { memory, finish } = await begin();
    const xml = idp.respond(memory, NOW);
    await finish(xml);
    expect(await refusalCodeOf(finish(xml))).toBe('replayed');
  });

  test('of two at once exactly one is granted', async () => {
    const { memory, finish } = await begin();
    const xml = idp.respond(memory, NOW);
    const both = await Promise.all([refusalCodeOf(finish(xml)), refusalCodeOf(finish(xml))]);
    expect(both.filter((code) => code === 'replayed')).toHaveLength(1);
  });

  test('a refused assertion is not used up by whoever sent it', async () => {
    const { memory, finish } = await begin();
    const good = idp.respond(memory, NOW);
    await refusalCodeOf(finish(good.replace('ada@example.com', 'owner@example.com')));
    expect(await finish(good)).toMatchObject({ subject: 'ada@example.com' });
  });

  test('with the state of another browser, or none, it is refused', async () => {
    const { connector, connection, memory, finish } = await begin();
    const xml = idp.respond(memory, NOW);
    expect(await refusalCodeOf(finish(xml, 'other'))).toBe('state_mismatch');
    expect(await refusalCodeOf(connector.finish(connection, memory, { SAMLResponse: toBase64(xml) }))).toBe(
      'state_mismatch',
    );
  });

  test('to a question of another connection, or of another provider of the connection, it is refused', async () => {
    const { connector, connection, memory } = await begin();
    const answer = { SAMLResponse: toBase64(idp.respond(memory, NOW)), RelayState: memory.state };
    const other: SsoConnection = { ...connection, id: connectionId(2) };
    expect(await refusalCodeOf(connector.finish(other, memory, answer))).toBe('state_mismatch');
    const changed = idp.connection({ entityId: 'https://evil.example.com' });
    expect(await refusalCodeOf(connector.finish(changed, memory, answer))).toBe('state_mismatch');
  });

  test('too late it is refused', async () => {
    const { memory, finish } = await begin();
    now = minutesAfter(NOW, 15);
    expect(await refusalCodeOf(finish(idp.respond(memory, now)))).toBe('transaction_expired');
  });

  test('with a field that came twice it is refused', async () => {
    const { connector, connection, memory } = await begin();
    const SAMLResponse = toBase64(idp.respond(memory, NOW));
    const answer = { SAMLResponse: [SAMLResponse, SAMLResponse], RelayState: memory.state };
    expect(await refusalCodeOf(connector.finish(connection, memory, answer))).toBe('answer_malformed');
  });
});

describe('a sign-in started at the provider', () => {
  const at = { callbackUrl: CALLBACK };
  const unsolicited = { inResponseTo: null, confirmationInResponseTo: null };

  async function receive(allowsIdpInitiated: boolean, changes: Partial<SamlFacts>) {
    const { connector, connection, memory } = await begin({ allowsIdpInitiated });
    const SAMLResponse = toBase64(idp.respond(memory, NOW, changes));
    return await refusalCodeOf(connector.acceptUnsolicited(connection, at, { SAMLResponse, RelayState: 'anything' }));
  }

  test('is refused unless the connection allows it', async () => {
    expect(await receive(false, unsolicited)).toBe('unsolicited_answer');
    expect(await receive(true, unsolicited)).toContain('granted');
  });

  test('is refused with an answer that somebody asked for', async () => {
    expect(await receive(true, {})).toBe('wrong_request');
    expect(await receive(true, { ...unsolicited, confirmationInResponseTo: '_other' })).toBe('wrong_request');
  });

  test('is refused the second time', async () => {
    const { connector, connection, memory } = await begin({ allowsIdpInitiated: true });
    const answer = { SAMLResponse: toBase64(idp.respond(memory, NOW, unsolicited)) };
    await connector.acceptUnsolicited(connection, at, answer);
    expect(await refusalCodeOf(connector.acceptUnsolicited(connection, at, answer))).toBe('replayed');
  });
});

describe('our request', () => {
  test('is signed over the query as it is sent', async () => {
    const { redirect, memory } = await begin();
    if (redirect.kind !== 'url') throw new Error('not a redirect');
    const { searchParams } = new URL(redirect.url);
    const [, query = ''] = redirect.url.split('?');
    const [signed = ''] = query.split('&Signature=');
    const verifier = createVerify('sha256').update(signed);
    expect(verifier.verify(ours.certificate, searchParams.get('Signature') ?? '', 'base64')).toBe(true);
    expect(searchParams.get('RelayState')).toBe(memory.state);
    expect(requestOf(redirect)).toContain(`ID="${memory.requestId}"`);
    expect(requestOf(redirect)).toContain(`AssertionConsumerServiceURL="${CALLBACK}"`);
  });

  test('travels in a form where the provider wants one, signed inside', async () => {
    const { redirect, memory } = await begin({ ssoBinding: 'post' });
    if (redirect.kind !== 'form') throw new Error('not a form');
    expect(redirect.action).toBe('https://idp.example.com/sso');
    expect(redirect.fields.RelayState).toBe(memory.state);
    const { SAMLRequest = '' } = redirect.fields;
    const xml = Buffer.from(SAMLRequest, 'base64').toString();
    expect(xml).toMatch(/<\/saml:Issuer><Signature .*<\/Signature><samlp:NameIDPolicy/s);
  });

  test('cannot be led astray by an address or entity id with markup', async () => {
    const { redirect } = await begin({}, { entityId: 'x"><evil/>&\'' });
    expect(requestOf(redirect)).toContain('<saml:Issuer>x&#34;&#62;&#60;evil/&#62;&#38;&#39;</saml:Issuer>');
  });

  test.each(['javascript:alert(1)', 'http://idp.example.com/sso', 'data:text/html,x'])(
    'never sends a browser to %s',
    async (ssoUrl) => {
      expect(await refusalCodeOf(begin({ ssoUrl }))).toBe('address_refused');
    },
  );
});

describe('metadata by its address', () => {
  const inspect = (url: string) => refusalCodeOf(open().inspectMetadata({ kind: 'url', url }));

  test.each([
    'https://169.254.169.254/',
    'https://localhost/metadata',
    'https://10.0.0.1/',
    'file:///etc/passwd',
    'http://idp.example.com/',
  ])('is never fetched from %s', async (url) => {
    expect(await inspect(url)).toBe('address_refused');
  });
});

test('our metadata names our address, entity id and certificates', () => {
  const { metadataXml, entityId } = open().describe(idp.connection(), { callbackUrl: CALLBACK });
  expect(entityId).toBe(CALLBACK);
  expect(metadataXml).toContain(`Location="${CALLBACK}"`);
  expect(metadataXml).toContain(new X509Certificate(ours.certificate).raw.toString('base64'));
  expect(metadataXml).toContain('WantAssertionsSigned="true"');
});

function requestOf(redirect: { kind: string; url?: string }): string {
  const request = new URL(redirect.url ?? '').searchParams.get('SAMLRequest') ?? '';
  return inflateRawSync(Buffer.from(request, 'base64')).toString();
}
