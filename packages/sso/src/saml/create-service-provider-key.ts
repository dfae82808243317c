import { generateKeyPairSync } from 'node:crypto';
import type { ServiceProviderKey } from '../sso-connector-options.ts';

const VALID_YEARS = 20;

/**
 * A new key for us as a SAML service provider. Nobody checks the chain or the dates of its certificate; providers want
 * it as the envelope of the public key, and it lives as long as the key does.
 */
export async function createServiceProviderKey(commonName: string, now: Date): Promise<ServiceProviderKey> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const notAfterDate = new Date(now);
  notAfterDate.setUTCFullYear(now.getUTCFullYear() + VALID_YEARS);
  // Needed once in the life of an instance, and slow to load.
  const { default: selfsigned } = await import('selfsigned');
  const { cert } = await selfsigned.generate([{ name: 'commonName', value: commonName }], {
    algorithm: 'sha256',
    keyPair: { privateKey, publicKey },
    notBeforeDate: now,
    notAfterDate,
  });
  return { privateKey, certificate: cert };
}
