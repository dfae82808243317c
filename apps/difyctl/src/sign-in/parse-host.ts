import { Failure } from '../failure.ts';

/** A Dify server as a person names it. */
export interface DifyHost {
  /** Host and port: the name of the contexts on it. */
  readonly host: string;
  readonly scheme: 'http' | 'https';
  /** Such as `/dify`; empty for none. */
  readonly basePath: string;
  /** Without a trailing slash, with the user part if there is one. */
  readonly baseUrl: string;
  /** Whether a certificate that nobody vouches for is passed over. */
  readonly insecure: boolean;
}

/**
 * Reads what a person typed; https where no scheme is given.
 *
 * @throws {Failure} `usage_invalid_flag` for what is not a URL, and for http unless `insecure`
 */
export function parseHost(typed: string, { insecure }: { readonly insecure: boolean }): DifyHost {
  const trimmed = typed.trim();
  const address = trimmed.includes('://') ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(address)) {
    throw new Failure('usage_invalid_flag', `host parse: "${address}" cannot be parsed as a URL.`);
  }
  const url = new URL(address);
  const scheme = url.protocol === 'http:' && insecure ? 'http' : 'https';
  if (url.protocol !== `${scheme}:`) {
    throw new Failure('usage_invalid_flag', 'only https:// hosts are accepted', {
      hint: 'add --insecure to allow http:// (local-dev only; user_code/device_code travel plaintext)',
    });
  }
  url.search = '';
  url.hash = '';
  return {
    host: url.host,
    scheme,
    basePath: url.pathname.replace(/\/+$/, ''),
    baseUrl: url.href.replace(/\/+$/, ''),
    insecure: insecure && scheme === 'https',
  };
}
