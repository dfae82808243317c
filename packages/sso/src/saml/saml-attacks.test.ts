import { type BinaryLike, createHmac, sign as cryptoSign, X509Certificate } from 'node:crypto';
import type { SamlMemory, SamlProvider } from '@latchkey/core';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { generate } from 'selfsigned';
import { beforeAll, describe, expect, test } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { createSsoConnector } from '../create-sso-connector.ts';
import type { ServiceProviderKey } from '../sso-connector-options.ts';
import { handMadeSaml } from '../testing/hand-made-saml.ts';
import { refusalCodeOf } from '../testing/refusal-code-of.ts';
import { createReplayGuard } from '../testing/replay-guard.ts';
import { assertionXml, responseXml, type SigningChoices, signXml } from '../testing/saml-answer.ts';
import { createServiceProviderKey } from './create-service-provider-key.ts';
import { isElement } from './elements.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const CALLBACK = 'https://latchkey.example.com/sso/1/acs';
const VICTIM = 'owner@example.com';

let ours: ServiceProviderKey;
let theirs: ServiceProviderKey;
let idp: ReturnType<typeof handMadeSaml>;

beforeAll(async () => {
  [ours, theirs] = await Promise.all([createServiceProviderKey('latchkey', NOW), createServiceProviderKey('idp', NOW)]);
  idp = handMadeSaml(theirs);
});

/** What becomes of an answer that an attacker made, for the person at whose sign-in it arrives. */
async function receive(
  make: (memory: SamlMemory) => string | Promise<string>,
  { allowSha1 = false, ...changes }: Partial<SamlProvider> & { allowSha1?: boolean } = {},
): Promise<string> {
  const connector = createSsoConnector({
    clock: () => NOW,
    replayGuard: createReplayGuard(),
    serviceProviderKeys: [ours],
    allowSha1,
  });
  const connection = idp.connection(changes);
  const { memory } = await connector.begin(connection, { callbackUrl: CALLBACK });
  if (memory.protocol !== 'saml') throw new Error('not SAML');
  const SAMLResponse = Buffer.from(await make(memory)).toString('base64');
  return await refusalCodeOf(connector.finish(connection, memory, { SAMLResponse, RelayState: memory.state }));
}

const DSIG = 'http://www.w3.org/2000/09/xmldsig#';

function edit(xml: string, change: (document: Document) => void): string {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  change(document);
  return document.toString();
}

function first(document: Document | Element, localName: string): Element {
  const [element] = [...document.getElementsByTagNameNS('*', localName)];
  if (element === undefined) throw new Error(`no ${localName}`);
  return element;
}

/** A copy that names the victim, under an id of its own and without a signature. */
function evilCopy(original: Element): Element {
  const copy = clone(original);
  copy.setAttribute('ID', '_evil');
  for (const signature of [...copy.getElementsByTagNameNS(DSIG, 'Signature')])
    signature.parentNode?.removeChild(signature);
  first(copy, 'NameID').textContent = VICTIM;
  return copy;
}

function clone(element: Element): Element {
  const copy = element.cloneNode(true);
  if (!isElement(copy)) throw new Error('not an element');
  return copy;
}

function withoutOwnSignature(element: Element): Element {
  const copy = clone(element);
  const own = [...copy.childNodes].find((child) => child.nodeName === 'ds:Signature');
  if (own !== undefined) copy.removeChild(own);
  return copy;
}

function swap(document: Document, replacement: Element): void {
  const { documentElement: root } = document;
  if (root !== null) document.replaceChild(replacement, root);
}

function signByEcdsa(xml: string, key: ServiceProviderKey, name: string): string {
  const signer = new SignedXml({ privateKey: key.privateKey, publicCert: key.certificate, signatureAlgorithm: name });
  signer.canonicalizationAlgorithm = 'http://www.w3.org/2001/10/xml-exc-c14n#';
  signer.SignatureAlgorithms[name] = class {
    getSignature = (signed: BinaryLike) =>
      cryptoSign('sha256', Buffer.from(String(signed)), { key: key.privateKey, dsaEncoding: 'ieee-p1363' }).toString(
        'base64',
      );
    verifySignature = () => false;
    getAlgorithmName = () => name;
  };
  signer.addReference({
    xpath: "//*[local-name()='Assertion']",
    transforms: [`${DSIG}enveloped-signature`, 'http://www.w3.org/2001/10/xml-exc-c14n#'],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signer.computeSignature(xml, { location: { reference: "//*[local-name()='Assertion']", action: 'append' } });
  return signer.getSignedXml();
}

/** The eight forms of XML signature wrapping, as known from the tool SAML Raider. */
const WRAPPINGS: Readonly<Record<string, { signed: 'Response' | 'Assertion'; wrap: (document: Document) => void }>> = {
  'XSW1: the signed response inside its own signature, in an evil one': {
    signed: 'Response',
    wrap(document) {
      const original = first(document, 'Response');
      const signature = clone(first(document, 'Signature'));
      const evil = evilCopy(original);
      signature.appendChild(withoutOwnSignature(original));
      evil.insertBefore(signature, evil.firstChild);
      swap(document, evil);
    },
  },
  'XSW2: the signed response beside its signature, in an evil one': {
    signed: 'Response',
    wrap(document) {
      const original = first(document, 'Response');
      const signature = clone(first(document, 'Signature'));
      const evil = evilCopy(original);
      evil.insertBefore(signature, evil.firstChild);
      evil.insertBefore(withoutOwnSignature(original), signature);
      swap(document, evil);
    },
  },
  'XSW3: an evil assertion before the signed one': {
    signed: 'Assertion',
    wrap(document) {
      const original = first(document, 'Assertion');
      original.parentNode?.insertBefore(evilCopy(original), original);
    },
  },
  'XSW4: the signed assertion inside an evil one': {
    signed: 'Assertion',
    wrap(document) {
      const original = first(document, 'Assertion');
      const evil = evilCopy(original);
      original.parentNode?.replaceChild(evil, original);
      evil.appendChild(original);
    },
  },
  'XSW5: the signature in an evil assertion, the signed one behind it': {
    signed: 'Assertion',
    wrap(document) {
      const original = first(document, 'Assertion');
      const evil = evilCopy(original);
      evil.insertBefore(clone(first(original, 'Signature')), evil.firstChild);
      original.parentNode?.insertBefore(evil, original);
      original.parentNode?.replaceChild(withoutOwnSignature(original), original);
    },
  },
  'XSW6: the signed assertion inside the signature of an evil one': {
    signed: 'Assertion',
    wrap(document) {
      const original = first(document, 'Assertion');
      const evil = evilCopy(original);
      const signature = clone(first(original, 'Signature'));
      signature.appendChild(withoutOwnSignature(original));
      evil.insertBefore(signature, evil.firstChild);
      original.parentNode?.replaceChild(evil, original);
    },
  },
  'XSW7: an evil assertion in Extensions': {
    signed: 'Assertion',
    wrap(document) {
      const original = first(document, 'Assertion');
      const extensions = document.createElementNS('urn:oasis:names:tc:SAML:2.0:protocol', 'samlp:Extensions');
      extensions.appendChild(evilCopy(original));
      original.parentNode?.insertBefore(extensions, original);
    },
  },
  'XSW8: the signed assertion in an Object of the signature of an evil one': {
    signed: 'Assertion',
    wrap(document) {
      const original = first(document, 'Assertion');
      const evil = evilCopy(original);
      const signature = clone(first(original, 'Signature'));
      const object = document.createElementNS(DSIG, 'ds:Object');
      object.appendChild(withoutOwnSignature(original));
      signature.appendChild(object);
      evil.insertBefore(signature, evil.firstChild);
      original.parentNode?.replaceChild(evil, original);
    },
  },
};

describe('signature wrapping', () => {
  test.each(Object.entries(WRAPPINGS))('%s is refused', async (_form, { signed, wrap }) => {
    const code = await receive((memory) => {
      const facts = idp.facts(memory, NOW);
      const wrapped = edit(signXml(responseXml(facts, assertionXml(facts)), signed, theirs), wrap);
      expect(wrapped).toContain(VICTIM);
      expect(wrapped).toContain('ada@example.com');
      return wrapped;
    });
    expect(code).toBe('answer_malformed');
  });

  test('a second assertion under the id of the signed one is refused', async () => {
    const code = await receive((memory) =>
      edit(idp.respond(memory, NOW), (document) => {
        const original = first(document, 'Assertion');
        const evil = evilCopy(original);
        evil.setAttribute('ID', '_assertion');
        original.parentNode?.appendChild(evil);
      }),
    );
    expect(code).toBe('answer_malformed');
  });

  test.each(['Id', 'id', 'xml:id'])('another element that bears the signed id as %s is refused', async (name) => {
    const code = await receive((memory) =>
      idp.respond(memory, NOW).replace('<samlp:Status>', `<samlp:Status ${name}="_assertion">`),
    );
    expect(code).toBe('answer_malformed');
  });

  test('a signature that refers to another element than the one it stands in is refused', async () => {
    const code = await receive((memory) => {
      const facts = idp.facts(memory, NOW);
      const signed = signXml(responseXml(facts, assertionXml(facts)), 'Response', theirs);
      return edit(signed, (document) => {
        const assertion = first(document, 'Assertion');
        assertion.insertBefore(first(document, 'Signature'), assertion.firstChild);
      });
    });
    expect(code).toBe('signature_invalid');
  });

  test('a signature that refers to the whole document is refused', async () => {
    const code = await receive((memory) => idp.respond(memory, NOW).replace('URI="#_assertion"', 'URI=""'));
    expect(code).toBe('signature_invalid');
  });

  test('an encrypted assertion beside a signed one is refused', async () => {
    const code = await receive(async (memory) => {
      const evil = idp.facts(memory, NOW, { nameId: VICTIM, assertionId: '_evil' });
      const encrypted = await idp.respondEncrypted(evil, assertionXml(evil), ours.certificate);
      const [element = ''] = /<saml:EncryptedAssertion>.*<\/saml:EncryptedAssertion>/s.exec(encrypted) ?? [];
      return idp.respond(memory, NOW).replace('</samlp:Response>', `${element}</samlp:Response>`);
    });
    expect(code).toBe('answer_malformed');
  });
});

describe('what two readers would read differently', () => {
  test('a comment in the name is refused, and never cuts it short', async () => {
    const nameId = `${VICTIM}.evil.example`;
    const code = await receive((memory) =>
      idp.respond(memory, NOW, { nameId }).replaceAll(nameId, `${VICTIM}<!---->.evil.example`),
    );
    expect(code).toBe('answer_malformed');
  });

  test('a name with a comment that the provider itself signed is refused too', async () => {
    const code = await receive((memory) => idp.respond(memory, NOW, { nameId: `${VICTIM}<!---->.evil.example` }));
    expect(code).toBe('answer_malformed');
  });

  test('a processing instruction in the name is refused', async () => {
    const code = await receive((memory) => idp.respond(memory, NOW).replace('ada@', 'ada<?x?>@'));
    expect(code).toBe('answer_malformed');
  });

  test.each([
    ['before the answer', (xml: string) => `<!DOCTYPE r [<!ENTITY e "${VICTIM}">]>${xml}`],
    ['in small letters', (xml: string) => `<!doctype r>${xml}`],
    [
      'behind a declaration',
      (xml: string) => `<?xml version="1.0"?>\n<!DOCTYPE r SYSTEM "https://evil.example/x">${xml}`,
    ],
  ])('a DOCTYPE %s is refused before anything is parsed', async (_where, put) => {
    expect(await receive((memory) => put(idp.respond(memory, NOW)))).toBe('answer_malformed');
  });

  test('a second root, an unclosed element and an attribute given twice are refused', async () => {
    for (const break_ of [
      (xml: string) => `${xml}<x/>`,
      (xml: string) => xml.replace('</samlp:Response>', ''),
      (xml: string) => xml.replace('ID="_response"', 'ID="_response" ID="_other"'),
      (xml: string) =>
        xml.replace('<samlp:Status>', '<unbound:Status>').replace('</samlp:Status>', '</unbound:Status>'),
    ]) {
      expect(await receive((memory) => break_(idp.respond(memory, NOW)))).toBe('answer_malformed');
    }
  });

  test('elements of the right name in another namespace are not what they are called', async () => {
    const code = await receive((memory) => {
      const facts = idp.facts(memory, NOW);
      const assertion = assertionXml(facts).replaceAll('urn:oasis:names:tc:SAML:2.0:assertion', 'urn:other');
      return signXml(responseXml(facts, assertion), 'Response', theirs);
    });
    expect(code).toBe('answer_malformed');
  });
});

describe('what a signature must be made of', () => {
  const sign = (choices: SigningChoices) => (memory: SamlMemory) => {
    const facts = idp.facts(memory, NOW);
    return signXml(responseXml(facts, assertionXml(facts)), 'Assertion', theirs, choices);
  };
  const SHA1 = {
    signatureAlgorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    digestAlgorithm: 'http://www.w3.org/2000/09/xmldsig#sha1',
  };

  test('SHA-1 is refused unless the operator allows it', async () => {
    expect(await receive(sign(SHA1))).toBe('algorithm_refused');
    expect(await receive(sign({ digestAlgorithm: SHA1.digestAlgorithm }))).toBe('algorithm_refused');
    expect(await receive(sign(SHA1), { allowSha1: true })).toContain('granted');
  });

  test('SHA-512 is as good as SHA-256', async () => {
    const code = await receive(
      sign({
        signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
        digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha512',
      }),
    );
    expect(code).toContain('granted');
  });

  test('an EC key signs by ECDSA and by nothing else', async () => {
    const ec = await generate([{ name: 'commonName', value: 'idp' }], { algorithm: 'sha256', keyType: 'ec' });
    const key = { privateKey: ec.private, certificate: ec.cert };
    const receiveAs = (name: string) =>
      receive(
        (memory) => {
          const facts = idp.facts(memory, NOW);
          return signByEcdsa(responseXml(facts, assertionXml(facts)), key, name);
        },
        { certificates: [ec.cert] },
      );
    expect(await receiveAs('http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256')).toContain('granted');
    expect(await receiveAs('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256')).toBe('signature_invalid');
  });

  test('the certificate used as the secret of an HMAC is refused', async () => {
    for (const allowSha1 of [false, true]) {
      const code = await receive(
        (memory) => {
          const facts = idp.facts(memory, NOW, { nameId: VICTIM });
          const secret = new X509Certificate(theirs.certificate).publicKey.export({ type: 'spki', format: 'pem' });
          const signer = new SignedXml({ privateKey: secret });
          signer.enableHMAC();
          signer.signatureAlgorithm = 'http://www.w3.org/2000/09/xmldsig#hmac-sha1';
          signer.canonicalizationAlgorithm = 'http://www.w3.org/2001/10/xml-exc-c14n#';
          signer.addReference({
            xpath: "//*[local-name()='Assertion']",
            transforms: [`${DSIG}enveloped-signature`, 'http://www.w3.org/2001/10/xml-exc-c14n#'],
            digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
          });
          signer.computeSignature(responseXml(facts, assertionXml(facts)), {
            location: { reference: "//*[local-name()='Assertion']", action: 'append' },
          });
          return signer.getSignedXml();
        },
        { allowSha1 },
      );
      expect(code).toBe('algorithm_refused');
    }
  });

  test('a signature renamed to another algorithm is refused', async () => {
    const code = await receive((memory) =>
      idp.respond(memory, NOW).replace('xmldsig-more#rsa-sha256', 'xmldsig-more#ecdsa-sha256'),
    );
    expect(code).toBe('signature_invalid');
  });

  test.each(['http://www.w3.org/TR/2001/REC-xml-c14n-20010315', 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments'])(
    'canonicalisation by %s is refused',
    async (canonicalizationAlgorithm) => {
      expect(await receive(sign({ canonicalizationAlgorithm }))).toBe('algorithm_refused');
    },
  );

  test('a transform more or less than two is refused', async () => {
    expect(await receive(sign({ transforms: [`${DSIG}enveloped-signature`] }))).toBe('signature_invalid');
    const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
    const three = [`${DSIG}enveloped-signature`, exclusive, exclusive];
    expect(await receive(sign({ transforms: three }))).toBe('signature_invalid');
  });

  test('canonicalisation that comes to nothing is refused', async () => {
    // The digest of no bytes at all, which a reader would get whose canonicalisation failed without a word.
    const empty = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
    const code = await receive((memory) =>
      idp
        .respond(memory, NOW)
        .replace(/<ds:DigestValue>[^<]*/, `<ds:DigestValue>${empty}`)
        .replace('<saml:Assertion ', '<saml:Assertion xmlns:relative="1" '),
    );
    expect(code).toBe('signature_invalid');
  });

  test('a second SignedInfo is refused, wherever it stands', async () => {
    for (const place of ['before', 'behind'] as const) {
      const code = await receive((memory) =>
        edit(idp.respond(memory, NOW), (document) => {
          const signedInfo = first(document, 'SignedInfo');
          const evil = clone(signedInfo);
          first(evil, 'DigestValue').textContent = 'ZXZpbA==';
          signedInfo.parentNode?.insertBefore(evil, place === 'before' ? signedInfo : signedInfo.nextSibling);
        }),
      );
      expect(code).toBe('signature_invalid');
    }
  });

  test('a second reference is refused', async () => {
    const code = await receive((memory) =>
      edit(idp.respond(memory, NOW), (document) => {
        const reference = first(document, 'Reference');
        reference.parentNode?.appendChild(clone(reference));
      }),
    );
    expect(code).toBe('signature_invalid');
  });

  test('a comment in the digest is refused', async () => {
    const code = await receive((memory) =>
      idp.respond(memory, NOW).replace('<ds:DigestValue>', '<ds:DigestValue><!--ZXZpbA==-->'),
    );
    expect(code).toBe('answer_malformed');
  });

  test('an empty signature value is refused', async () => {
    const code = await receive((memory) =>
      idp.respond(memory, NOW).replace(/<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>'),
    );
    expect(code).toBe('signature_invalid');
  });

  test('a signature value made with no private key at all is refused', async () => {
    const code = await receive((memory) => {
      const forged = createHmac('sha256', theirs.certificate).update('x').digest('base64');
      return idp.respond(memory, NOW).replace(/<ds:SignatureValue>[^<]*/, `<ds:SignatureValue>${forged}`);
    });
    expect(code).toBe('signature_invalid');
  });

  test('a certificate with a short key is trusted for nothing', async () => {
    const weak = await generate([{ name: 'commonName', value: 'weak' }], { algorithm: 'sha256', keySize: 1024 });
    const code = await receive((memory) => idp.respond(memory, NOW), { certificates: [weak.cert] });
    expect(code).toBe('connection_incomplete');
  });
});

describe('an encrypted assertion', () => {
  test('that nobody signed is refused', async () => {
    const code = await receive(async (memory) => {
      const facts = idp.facts(memory, NOW, { nameId: VICTIM });
      return await idp.respondEncrypted(facts, assertionXml(facts), ours.certificate);
    });
    expect(code).toBe('decryption_failed');
  });

  test('for another key, or damaged, is refused in the same words as one with a bad signature', async () => {
    const stranger = await createServiceProviderKey('stranger', NOW);
    const make = async (memory: SamlMemory, key: ServiceProviderKey, certificate: string) => {
      const facts = idp.facts(memory, NOW);
      return await idp.respondEncrypted(facts, signXml(assertionXml(facts), 'Assertion', key), certificate);
    };
    expect(await receive((memory) => make(memory, theirs, stranger.certificate))).toBe('decryption_failed');
    expect(await receive((memory) => make(memory, stranger, ours.certificate))).toBe('decryption_failed');
    const damaged = await receive(async (memory) =>
      (await make(memory, theirs, ours.certificate)).replace(/<e:CipherValue>.{8}/g, '<e:CipherValue>AAAAAAAA'),
    );
    expect(damaged).toBe('decryption_failed');
  });

  test('that holds a second assertion is refused', async () => {
    const code = await receive(async (memory) => {
      const facts = idp.facts(memory, NOW);
      const evil = assertionXml({ ...facts, assertionId: '_evil', nameId: VICTIM });
      const signed = signXml(assertionXml(facts), 'Assertion', theirs);
      const wrapped = evil.replace('</saml:Assertion>', `${signed}</saml:Assertion>`);
      return await idp.respondEncrypted(facts, wrapped, ours.certificate);
    });
    expect(code).toBe('decryption_failed');
  });

  test.each([
    ['its key in an outdated way', { keyEncryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#rsa-1_5' }],
    ['its text by triple DES', { encryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#tripledes-cbc' }],
  ])('that encrypts %s is refused', async (_what, choices) => {
    const code = await receive(async (memory) => {
      const facts = idp.facts(memory, NOW);
      const signed = signXml(assertionXml(facts), 'Assertion', theirs);
      return await idp.respondEncrypted(facts, signed, ours.certificate, choices);
    });
    expect(code).toBe('algorithm_refused');
  });
});

describe('an answer that is meant to keep us busy', () => {
  const quickly = async (make: (memory: SamlMemory) => string) => {
    const startedAt = performance.now();
    const code = await receive(make);
    expect(performance.now() - startedAt).toBeLessThan(2000);
    return code;
  };

  test('by its size is refused', async () => {
    expect(await quickly((memory) => idp.respond(memory, NOW) + ' '.repeat(400_000))).toBe('answer_too_large');
  });

  test('by entities that multiply is refused', async () => {
    const entities = Array.from({ length: 20 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`).join('');
    expect(await quickly(() => `<!DOCTYPE r [<!ENTITY e0 "x">${entities}]><r>&e20;</r>`)).toBe('answer_malformed');
  });

  test('by its depth is refused', async () => {
    expect(await quickly(() => '<a>'.repeat(15_000) + '</a>'.repeat(15_000))).toBe('answer_malformed');
    expect(await quickly(() => '<a>'.repeat(9_000) + '</a>'.repeat(9_000))).toBe('answer_malformed');
  });

  test('by its attributes is refused', async () => {
    const attributes = Array.from({ length: 20_000 }, (_, at) => `a${at}=""`).join(' ');
    expect(await quickly(() => `<r ${attributes}/>`)).toBe('answer_malformed');
  });

  test('by markup that never ends is refused', async () => {
    expect(await quickly(() => '<'.repeat(250_000))).toBe('answer_malformed');
    expect(await quickly(() => '<a '.repeat(80_000))).toBe('answer_malformed');
  });

  test('by what is no XML at all is refused', async () => {
    expect(await receive(() => '')).toBe('answer_malformed');
    expect(await receive(() => 'hello')).toBe('answer_malformed');
    expect(await receive(() => '\u0000\u0001')).toBe('answer_malformed');
  });
});
