import type { WebApp } from '@latchkey/core';
import { isOurCookie } from './app-cookies.ts';
import type { Place } from './place.ts';
import { HOP_BY_HOP } from './request-headers.ts';

interface Served {
  readonly place: Place;
  readonly upstream: URL;
  readonly frameOrigins: WebApp['frameOrigins'];
  /** Of the app as the browser sees it. */
  readonly origin: string;
}

/** Names and values one after another, as an answer of Node has them. */
type RawHeaders = string[];

/**
 * The headers of an answer as the browser receives them. Cookies stay on the app's own host (in the place `path`, under
 * its path), redirects to the application's own address become redirects to the app's, and who may frame it is the
 * gate's word.
 */
export function responseHeaders(raw: readonly string[], served: Served): RawHeaders {
  const headers: RawHeaders = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const [name = '', value = ''] = [raw[index], raw[index + 1]];
    const kept = keep(name.toLowerCase(), value, served);
    if (kept !== undefined) headers.push(name, kept);
  }
  headers.push('content-security-policy', `frame-ancestors ${["'self'", ...served.frameOrigins].join(' ')}`);
  return headers;
}

function keep(name: string, value: string, served: Served): string | undefined {
  if (HOP_BY_HOP.has(name) || DROPPED.has(name)) return undefined;
  if (served.place.kind === 'path' && SHARED.has(name)) return undefined;
  switch (name) {
    case 'set-cookie':
      return cookie(value, served.place);
    case 'location':
    case 'content-location':
      return address(value, served);
    case 'content-security-policy':
      return withoutFrameAncestors(value);
    case 'clear-site-data':
      return withoutCookies(value);
    default:
      return value;
  }
}

/** Who may frame an app is said by the gate; another way to reach the app would go around it. */
const DROPPED = new Set(['x-frame-options', 'alt-svc']);
/** What would hold for the whole origin, which is ours. */
const SHARED = new Set(['clear-site-data', 'service-worker-allowed', 'strict-transport-security', 'set-login', 'nel']);

function cookie(value: string, place: Place): string | undefined {
  const [pair = '', ...attributes] = value.split(';');
  if (isOurCookie(pair.split('=')[0]?.trim() ?? '', place)) return undefined;
  const kept = attributes.map((attribute) => attribute.trim()).filter((attribute) => !/^domain\s*=/i.test(attribute));
  if (place.prefix === '') return [pair, ...kept].join('; ');
  const path = kept.find((attribute) => /^path\s*=/i.test(attribute))?.replace(/^path\s*=\s*/i, '') ?? '/';
  const others = kept.filter((attribute) => !/^path\s*=/i.test(attribute));
  return [pair, ...others, `Path=${place.prefix}${path.startsWith('/') ? path : '/'}`].join('; ');
}

function address(value: string, { place, upstream, origin }: Served): string {
  const base = upstream.pathname.replace(/\/$/, '');
  const target = URL.canParse(value, upstream.href) ? new URL(value, upstream) : undefined;
  const isRelative = !value.startsWith('/') && !/^[a-z][a-z0-9+.-]*:/i.test(value);
  if (target === undefined || target.origin !== upstream.origin || isRelative) return value;
  const path =
    base !== '' && target.pathname.startsWith(`${base}/`) ? target.pathname.slice(base.length) : target.pathname;
  const own = `${place.prefix}${path}${target.search}${target.hash}`;
  return /^[a-z]/i.test(value) || value.startsWith('//') ? `${origin}${own}` : own;
}

/** A browser clears the cookies of the whole registrable domain: those of this server and of every other app. */
function withoutCookies(types: string): string | undefined {
  const named = [...types.matchAll(/"([^"]*)"/g)].map(([, type = '']) => type);
  const own = named.includes('*') ? ['cache', 'storage'] : named.filter((type) => type !== 'cookies');
  return own.length === 0 ? undefined : own.map((type) => `"${type}"`).join(', ');
}

function withoutFrameAncestors(policy: string): string | undefined {
  const kept = policy.split(';').filter((directive) => !/^\s*frame-ancestors(\s|$)/i.test(directive));
  const text = kept.join(';').trim();
  return text === '' ? undefined : text;
}
