import type { PlatformRules, WebApp, WebAppName } from '@latchkey/core';
import type { GateOptions } from './gate-options.ts';

/** Where a request meets a WebApp. */
export interface Place {
  readonly kind: 'domain' | 'host' | 'path';
  readonly name: WebAppName;
  /** What the app's own paths begin with: empty, or `/apps/CODE`. */
  readonly prefix: string;
  /** The rest of the address as it was sent; begins with a slash. */
  readonly rest: string;
}

/** On every app's host, and under every app's path: the gate's own. */
export const OWN_PATH = '/.latchkey/';
const BY_PATH = '/apps/';

/** The WebApp that a host name and an address as sent mean; `undefined` for everything that is ours. */
export function placeOf(
  { domain, isByPath }: GateOptions,
  rules: Pick<PlatformRules, 'publicUrl'>,
  { hostname, url }: { readonly hostname: string; readonly url: string },
): Place | undefined {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  const isUnderDomain = domain !== undefined && host.endsWith(`.${domain}`);
  if (isUnderDomain && host !== new URL(rules.publicUrl).hostname) {
    return { kind: 'domain', name: { code: host.slice(0, -domain.length - 1) }, prefix: '', rest: url };
  }
  if (url.startsWith(OWN_PATH)) return { kind: 'host', name: { host }, prefix: '', rest: url };
  if (!isByPath || !url.startsWith(BY_PATH)) return undefined;
  const [, code = ''] = /^([^/?#]*)/.exec(url.slice(BY_PATH.length)) ?? [];
  const prefix = `${BY_PATH}${code}`;
  return { kind: 'path', name: { code }, prefix, rest: url.slice(prefix.length) };
}

/** The one kind of place at which a WebApp is served. */
export function kindOfPlace({ domain }: GateOptions, { host }: Pick<WebApp, 'host'>): Place['kind'] {
  if (host !== null) return 'host';
  return domain === undefined ? 'path' : 'domain';
}

/** The address of a WebApp, without a slash at its end; in the place `path` it begins with that of this server. */
export function addressOf(
  options: GateOptions,
  { publicUrl }: Pick<PlatformRules, 'publicUrl'>,
  { code, host }: Pick<WebApp, 'code' | 'host'>,
): string {
  const { protocol, port } = new URL(publicUrl);
  if (host !== null) return `${protocol}//${host}`;
  if (options.domain === undefined) return `${publicUrl}${BY_PATH}${code}`;
  return `${protocol}//${code}.${options.domain}${options.domainPort ?? (port === '' ? '' : `:${port}`)}`;
}
