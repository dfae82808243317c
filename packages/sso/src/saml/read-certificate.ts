import { X509Certificate } from 'node:crypto';
import type { SsoRefusalCode } from '@latchkey/contract/vocabulary';
import { SsoRefusal } from '@latchkey/core';

const MIN_RSA_BITS = 2048;

/** A certificate in PEM or as bare base64, as metadata has it. Refused with a key nobody should trust any more. */
export function readCertificate(text: string, code: SsoRefusalCode): X509Certificate {
  const certificate = parse(text, code);
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = certificate.publicKey;
  const isStrong = type === 'ec' || (type === 'rsa' && (details?.modulusLength ?? 0) >= MIN_RSA_BITS);
  if (!isStrong)
    throw new SsoRefusal(code, `the certificate of ${certificate.subject} has no RSA key of 2048 bits or EC key`);
  return certificate;
}

function parse(text: string, code: SsoRefusalCode): X509Certificate {
  try {
    return new X509Certificate(text.includes('-----BEGIN') ? text.trim() : Buffer.from(text, 'base64'));
  } catch (cause) {
    throw new SsoRefusal(code, 'a certificate cannot be read', { cause });
  }
}
