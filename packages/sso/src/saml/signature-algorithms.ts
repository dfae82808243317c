import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import type { HashAlgorithm, SignatureAlgorithm } from 'xml-crypto';

/** One way of signing that is allowed: a public key of one kind and a hash. Nothing symmetric is ever in the list. */
interface Scheme {
  readonly key: 'rsa' | 'ec';
  readonly hash: string;
  readonly isPss?: true;
}

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';

const SCHEMES: Readonly<Record<string, Scheme>> = {
  [`${MORE}rsa-sha256`]: { key: 'rsa', hash: 'sha256' },
  [`${MORE}rsa-sha384`]: { key: 'rsa', hash: 'sha384' },
  [`${MORE}rsa-sha512`]: { key: 'rsa', hash: 'sha512' },
  [`${MORE}ecdsa-sha256`]: { key: 'ec', hash: 'sha256' },
  [`${MORE}ecdsa-sha384`]: { key: 'ec', hash: 'sha384' },
  [`${MORE}ecdsa-sha512`]: { key: 'ec', hash: 'sha512' },
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1': { key: 'rsa', hash: 'sha256', isPss: true },
};

const SCHEMES_OF_SHA1: Readonly<Record<string, Scheme>> = {
  'http://www.w3.org/2000/09/xmldsig#rsa-sha1': { key: 'rsa', hash: 'sha1' },
};

const HASHES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  [`${MORE}sha384`]: 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
};

const HASHES_OF_SHA1: Readonly<Record<string, string>> = { 'http://www.w3.org/2000/09/xmldsig#sha1': 'sha1' };

/** The algorithms xml-crypto may use, by their names in a signature; it refuses every other. */
export function allowedAlgorithms(allowSha1: boolean, publicKey: KeyObject) {
  const schemes = { ...SCHEMES, ...(allowSha1 ? SCHEMES_OF_SHA1 : {}) };
  const hashes = { ...HASHES, ...(allowSha1 ? HASHES_OF_SHA1 : {}) };
  return {
    signatures: mapValues(schemes, (scheme, name) => verifierOf(name, scheme, publicKey)),
    hashes: mapValues(hashes, (hash, name) => hasherOf(name, hash)),
  };
}

/** xml-crypto wants something to construct. The key is ours, not the one it hands over. */
function verifierOf(name: string, scheme: Scheme, publicKey: KeyObject): new () => SignatureAlgorithm {
  return class {
    getSignature(): string {
      throw new Error('a provider’s key signs nothing here');
    }
    verifySignature(signed: string, _key: unknown, signature: string): boolean {
      if (publicKey.asymmetricKeyType !== scheme.key) return false;
      const padding = scheme.isPss
        ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
        : {};
      // RFC 4050 and XML Signature 1.1 §6.4.3: an ECDSA signature is r and s, not DER.
      const key = { key: publicKey, dsaEncoding: 'ieee-p1363' as const, ...padding };
      return verify(scheme.hash, Buffer.from(signed), key, Buffer.from(signature, 'base64'));
    }
    getAlgorithmName(): string {
      return name;
    }
  };
}

function hasherOf(name: string, hash: string): new () => HashAlgorithm {
  return class {
    getHash(xml: string): string {
      return createHash(hash).update(xml).digest('base64');
    }
    getAlgorithmName(): string {
      return name;
    }
  };
}

function mapValues<From, To>(table: Readonly<Record<string, From>>, map: (value: From, name: string) => To) {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, map(value, name)]));
}
