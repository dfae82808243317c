import type { SamlMemory, SamlProvider, SsoConnection } from '@latchkey/core';
import { encrypt } from 'xml-encryption';
import type { ServiceProviderKey } from '../sso-connector-options.ts';
import { connectionId } from './connection-id.ts';
import { assertionXml, responseXml, type SamlFacts, signXml } from './saml-answer.ts';

const ENTITY_ID = 'https://idp.example.com/metadata';

/** A SAML identity provider that says whatever a test wants it to say. */
export function handMadeSaml(key: ServiceProviderKey) {
  const facts = (memory: SamlMemory, now: Date, changes: Partial<SamlFacts> = {}): SamlFacts => ({
    responseId: '_response',
    assertionId: '_assertion',
    issueInstant: now,
    issuer: ENTITY_ID,
    responseIssuer: ENTITY_ID,
    destination: memory.callbackUrl,
    inResponseTo: memory.requestId,
    status: 'urn:oasis:names:tc:SAML:2.0:status:Success',
    nameId: 'ada@example.com',
    nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
    recipient: memory.callbackUrl,
    confirmationInResponseTo: memory.requestId,
    confirmationNotOnOrAfter: minutesAfter(now, 5),
    method: 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
    audience: memory.entityId,
    notBefore: minutesAfter(now, -1),
    notOnOrAfter: minutesAfter(now, 5),
    authnInstant: now,
    sessionIndex: '_session',
    sessionNotOnOrAfter: null,
    context: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
    attributes: { displayName: ['Ada Lovelace'], groups: ['engineers', 'pioneers'] },
    ...changes,
  });
  return {
    connection: (changes: Partial<SamlProvider> = {}): SsoConnection => ({
      id: connectionId(1),
      name: 'Hand-made',
      provider: {
        protocol: 'saml',
        entityId: ENTITY_ID,
        ssoUrl: 'https://idp.example.com/sso',
        ssoBinding: 'redirect',
        certificates: [key.certificate],
        nameIdFormat: null,
        fields: { subject: null, email: null, name: null, groups: null },
        verifiedEmail: { kind: 'always' },
        clockSkewSeconds: 60,
        allowsIdpInitiated: false,
        requiredContexts: [],
        ...changes,
      },
    }),
    facts,
    /** A response whose assertion is signed. */
    respond(memory: SamlMemory, now: Date, changes: Partial<SamlFacts> = {}): string {
      const said = facts(memory, now, changes);
      return signXml(responseXml(said, assertionXml(said)), 'Assertion', key);
    },
    /** A response with an encrypted assertion; the assertion itself is as it is handed in. */
    async respondEncrypted(said: SamlFacts, assertion: string, certificate: string, choices = {}): Promise<string> {
      return responseXml(
        said,
        `<saml:EncryptedAssertion>${await encryptFor(assertion, certificate, choices)}</saml:EncryptedAssertion>`,
      );
    },
  };
}

function encryptFor(text: string, certificate: string, choices: object): Promise<string> {
  const options = {
    rsa_pub: certificate,
    pem: certificate,
    encryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
    keyEncryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
    disallowEncryptionWithInsecureAlgorithm: false,
    warnInsecureAlgorithm: false,
    ...choices,
  };
  return new Promise((resolve, reject) =>
    encrypt(text, options, (error, xml) => (xml === undefined ? reject(error) : resolve(xml))),
  );
}

export function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
