import type { X509Certificate } from 'node:crypto';
import { SsoRefusal } from '@latchkey/core';
import type { Element } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { attributeOf, childElements, isNamed, onlyChild } from './elements.ts';
import { DSIG, ENVELOPED, EXCLUSIVE_C14N } from './names.ts';
import { parseXml } from './parse-xml.ts';
import { allowedAlgorithms } from './signature-algorithms.ts';

interface Trust {
  readonly certificates: readonly X509Certificate[];
  readonly allowSha1: boolean;
}

/**
 * The element as it was signed: parsed anew from the very bytes whose digest the signature vouches for, so that nothing
 * outside of them can be read by mistake. The key is one of the connection's; what the signature says about its own
 * key (`KeyInfo`) is not read.
 *
 * @param element bears its own enveloped signature (SAML Core §5.4).
 */
export function verifySignature(element: Element, signature: Element, trust: Trust): Element {
  const { algorithm, digest } = readShape(element, signature);
  // The whole document as our parser understood it, so that the library's parser has nothing to understand otherwise.
  const document = (element.ownerDocument ?? element).toString();
  for (const certificate of trust.certificates) {
    const { signatures, hashes } = allowedAlgorithms(trust.allowSha1, certificate.publicKey);
    if (!Object.hasOwn(signatures, algorithm)) throw new SsoRefusal('algorithm_refused', `signed by ${algorithm}`);
    if (!Object.hasOwn(hashes, digest)) throw new SsoRefusal('algorithm_refused', `digested by ${digest}`);
    const verifier = new SignedXml({ publicCert: certificate.publicKey });
    verifier.SignatureAlgorithms = signatures;
    verifier.HashAlgorithms = hashes;
    const signed = signedBytes(verifier, signature, document);
    if (signed !== undefined) return sameElement(parseXml(signed, 'signature_invalid'), element);
  }
  throw new SsoRefusal('signature_invalid', `the signature of ${element.localName} is of none of our certificates`);
}

/** xml-crypto answers, or throws what it found; either way only an explicit yes counts. */
function signedBytes(verifier: SignedXml, signature: Element, document: string): string | undefined {
  try {
    verifier.loadSignature(signature.toString());
    if (verifier.checkSignature(document) !== true) return undefined;
  } catch {
    return undefined;
  }
  const [signed, second] = verifier.getSignedReferences();
  return second === undefined && signed !== '' ? signed : undefined;
}

/** What was signed is what the signature stands in. */
function sameElement(signed: Element, element: Element): Element {
  const isSame =
    signed.namespaceURI === element.namespaceURI &&
    signed.localName === element.localName &&
    attributeOf(signed, 'ID') === attributeOf(element, 'ID');
  if (!isSame) throw new SsoRefusal('signature_invalid', `the signature covers another ${signed.localName}`);
  return signed;
}

/**
 * Refuses every signature that is not exactly of the one shape SAML has (Core §5.4.1 to §5.4.4): one SignedInfo, one
 * reference to the element itself, the enveloped transform and then exclusive canonicalisation, and no objects.
 */
function readShape(element: Element, signature: Element): { readonly algorithm: string; readonly digest: string } {
  expectChildren(signature, ['SignedInfo', 'SignatureValue'], 'KeyInfo');
  const signedInfo = child(signature, 'SignedInfo');
  expectChildren(signedInfo, ['CanonicalizationMethod', 'SignatureMethod', 'Reference']);
  expectAlgorithm(child(signedInfo, 'CanonicalizationMethod'), EXCLUSIVE_C14N);
  const reference = child(signedInfo, 'Reference');
  expectChildren(reference, ['Transforms', 'DigestMethod', 'DigestValue']);
  const id = attributeOf(element, 'ID') ?? '';
  if (id === '' || attributeOf(reference, 'URI') !== `#${id}`) throw refuse('the signature refers to something else');
  const transforms = childElements(child(reference, 'Transforms'));
  const [enveloped, canonical, more] = transforms;
  if (enveloped === undefined || canonical === undefined || more !== undefined) throw refuse('unusual transforms');
  expectAlgorithm(enveloped, ENVELOPED);
  expectAlgorithm(canonical, EXCLUSIVE_C14N);
  return {
    algorithm: attributeOf(child(signedInfo, 'SignatureMethod'), 'Algorithm') ?? '',
    digest: attributeOf(child(reference, 'DigestMethod'), 'Algorithm') ?? '',
  };
}

function child(parent: Element, localName: string): Element {
  const found = onlyChild(parent, DSIG, localName, 'signature_invalid');
  if (found === undefined) throw refuse(`${parent.localName} has no ${localName}`);
  return found;
}

function expectChildren(parent: Element, names: readonly string[], optional?: string): void {
  const found = childElements(parent);
  const expected = found.length > names.length && optional !== undefined ? [...names, optional] : names;
  const isExact =
    found.length === expected.length && expected.every((name, at) => found[at] && isNamed(found[at], DSIG, name));
  if (!isExact) throw refuse(`${parent.localName} is not of the shape that SAML has`);
}

function expectAlgorithm(element: Element, algorithm: string): void {
  const given = attributeOf(element, 'Algorithm');
  if (given !== algorithm) throw new SsoRefusal('algorithm_refused', `${element.localName} is ${given ?? 'missing'}`);
}

const refuse = (why: string) => new SsoRefusal('signature_invalid', why);
