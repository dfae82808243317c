/// <reference path="./xml-encryption.d.ts" />
import { SsoRefusal } from '@latchkey/core';
import type { Element } from '@xmldom/xmldom';
import { decrypt } from 'xml-encryption';
import type { ServiceProviderKey } from '../sso-connector-options.ts';
import { attributeOf, isElement, isNamed } from './elements.ts';
import { XENC } from './names.ts';

/** AES in CBC has no integrity of its own; the signature that must be inside, or around it, has. */
const CIPHERS = new Set([
  'http://www.w3.org/2001/04/xmlenc#aes128-cbc',
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
  'http://www.w3.org/2009/xmlenc11#aes128-gcm',
  'http://www.w3.org/2009/xmlenc11#aes256-gcm',
]);

/** Not `rsa-1_5`, whose padding gives itself away. */
const KEY_TRANSPORTS = new Set([
  'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
  'http://www.w3.org/2009/xmlenc11#rsa-oaep',
]);

/** The text inside an `EncryptedAssertion`, opened by one of our keys; `undefined` when none opens it. */
export async function decryptAssertion(
  encrypted: Element,
  keys: readonly ServiceProviderKey[],
): Promise<string | undefined> {
  expectAlgorithm(encrypted, 'EncryptedData', CIPHERS);
  expectAlgorithm(encrypted, 'EncryptedKey', KEY_TRANSPORTS);
  const xml = encrypted.toString();
  for (const { privateKey } of keys) {
    const text = await open(xml, privateKey);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Of each kind there is one, wherever it stands; two would let readers differ. */
function expectAlgorithm(encrypted: Element, localName: string, allowed: ReadonlySet<string>): void {
  const [element, second] = [...encrypted.getElementsByTagNameNS('*', localName)];
  if (element === undefined || second !== undefined) {
    throw new SsoRefusal('answer_malformed', `the encrypted assertion needs exactly one ${localName}`);
  }
  const methods = [...element.childNodes].filter(isElement).filter((child) => isNamed(child, XENC, 'EncryptionMethod'));
  const algorithm = methods[0] === undefined ? null : attributeOf(methods[0], 'Algorithm');
  if (methods.length !== 1 || algorithm === null || !allowed.has(algorithm)) {
    throw new SsoRefusal('algorithm_refused', `${localName} is encrypted by ${algorithm ?? 'something unknown'}`);
  }
}

function open(xml: string, key: string): Promise<string | undefined> {
  const options = { key, disallowDecryptionWithInsecureAlgorithm: false, warnInsecureAlgorithm: false };
  return new Promise((resolve) => decrypt(xml, options, (error, text) => resolve(error ? undefined : text)));
}
