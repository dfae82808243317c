import { readFileSync } from 'node:fs';
import { Failure } from '../failure.ts';

type Environment = (name: string) => string | undefined;

/** Where Linux and the BSDs keep the certificates of the authorities that the machine trusts. */
const BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/**
 * Node's own authorities, those of the machine, and those in the files that NODE_EXTRA_CA_CERTS and DIFY_CA_FILE name.
 *
 * @throws {Failure} `usage_invalid_flag` for a DIFY_CA_FILE that cannot be read
 */
export async function allAuthorities(env: Environment): Promise<string[]> {
  const { rootCertificates, getCACertificates } = await import('node:tls');
  // Node 20 cannot ask macOS and Windows.
  const asked = getCACertificates === undefined ? [] : getCACertificates('system');
  const bundle = [env('SSL_CERT_FILE'), ...BUNDLES].flatMap(readIfReadable)[0];
  const files = [bundle, ...readIfReadable(env('NODE_EXTRA_CA_CERTS')), ownAuthorities(env)];
  return [...rootCertificates, ...asked, ...files.filter((it) => it !== undefined)];
}

function ownAuthorities(env: Environment): string | undefined {
  const file = env('DIFY_CA_FILE');
  if (file === undefined) return undefined;
  const [content] = readIfReadable(file);
  if (content?.includes('-----BEGIN CERTIFICATE-----')) return content;
  throw new Failure('usage_invalid_flag', `DIFY_CA_FILE: ${file} holds no certificate that can be read`);
}

function readIfReadable(file: string | undefined): string[] {
  if (file === undefined) return [];
  try {
    return [readFileSync(file, 'utf8')];
  } catch {
    return [];
  }
}
