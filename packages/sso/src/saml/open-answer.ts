import { type SamlProvider, SsoRefusal } from '@latchkey/core';
import type { Element } from '@xmldom/xmldom';
import type { Asking } from '../asking.ts';
import { decryptAssertion } from './decrypt-assertion.ts';
import { isNamed, onlyChild } from './elements.ts';
import { ASSERTION, DSIG } from './names.ts';
import { parseXml } from './parse-xml.ts';
import { readCertificate } from './read-certificate.ts';
import { refuseDisguise } from './refuse-disguise.ts';
import { refuseFailure } from './refuse-failure.ts';
import { verifySignature } from './verify-signature.ts';

export interface OpenedAnswer {
  /** Signed or not: what it says may refuse an answer, never grant anything. */
  readonly response: Element;
  /** Read from signed bytes. */
  readonly assertion: Element;
}

/**
 * The one assertion of a response, verified. The response, the assertion or both are signed; every signature that is
 * there must be good. An assertion may be encrypted, then its signature is inside or around it.
 */
export async function openAnswer(asking: Asking, provider: SamlProvider, xml: string): Promise<OpenedAnswer> {
  const trust = {
    certificates: provider.certificates.map((text) => readCertificate(text, 'connection_incomplete')),
    allowSha1: asking.allowSha1,
  };
  // A list that is empty would verify nothing.
  if (trust.certificates.length === 0)
    throw new SsoRefusal('connection_incomplete', 'the connection has no certificate');
  const received = parseXml(xml, 'answer_malformed');
  refuseDisguise(received);
  refuseFailure(received);
  const signature = onlyChild(received, DSIG, 'Signature');
  const response = signature === undefined ? received : verifySignature(received, signature, trust);
  const verify = (element: Element, isVouchedFor: boolean): Element => {
    const own = onlyChild(element, DSIG, 'Signature');
    if (own !== undefined) return verifySignature(element, own, trust);
    if (isVouchedFor) return element;
    throw new SsoRefusal('signature_missing', 'neither the response nor the assertion is signed');
  };
  const encrypted = onlyChild(response, ASSERTION, 'EncryptedAssertion');
  if (encrypted !== undefined) {
    return { response, assertion: await openEncrypted(asking, encrypted, (it) => verify(it, response !== received)) };
  }
  // An assertion's own signature is verified in the document it came in, where its namespaces are.
  const holder = onlyChild(received, ASSERTION, 'Assertion');
  const inSigned = onlyChild(response, ASSERTION, 'Assertion');
  if (holder === undefined || inSigned === undefined) throw new SsoRefusal('answer_malformed', 'there is no assertion');
  const isOwn = onlyChild(holder, DSIG, 'Signature') !== undefined;
  return { response, assertion: verify(isOwn ? holder : inSigned, response !== received) };
}

/** Whatever fails inside looks the same outside, or each answer would tell a little about the key. */
async function openEncrypted(asking: Asking, encrypted: Element, verify: (assertion: Element) => Element) {
  const text = await decryptAssertion(encrypted, asking.serviceProviderKeys);
  try {
    const assertion = parseXml(text ?? '', 'decryption_failed');
    refuseDisguise(assertion);
    if (!isNamed(assertion, ASSERTION, 'Assertion')) throw new SsoRefusal('decryption_failed', 'not an assertion');
    return verify(assertion);
  } catch (cause) {
    throw new SsoRefusal('decryption_failed', 'the encrypted assertion cannot be opened or verified', { cause });
  }
}
