import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { isOurCookie } from './app-cookies.ts';
import type { Place } from './place.ts';

/** RFC 9110 §7.6.1, and what only the two ends of one connection agree on. */
export const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  // Answered by this server already: 100 Continue.
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** By which applications behind other gates learn who somebody is: nobody outside may say so. */
const IDENTITY =
  /^(x-latchkey-|x-auth-request-|x-forwarded-|x-remote-|remote-|x-webauth-|x-authenticated-|x-original-|x-authentik-|cf-access-|x-goog-|x-amzn-oidc-|x-ms-client-|x-pomerium-|x-vouch-)|^(forwarded|via|x-real-ip|x-user|x-email|x-groups|x-forwarded|x-client-ip|true-client-ip)$/;

interface Told {
  readonly identity: Readonly<Record<string, string>>;
  readonly forwarded: { readonly ip: string; readonly host: string; readonly protocol: string };
  readonly upstreamHost: string;
}

/**
 * The headers of a request as the application receives them: without those of the connection, without ours, and without
 * any by which somebody outside could say who they are. Underscores count as hyphens, as they do for many servers.
 */
export function requestHeaders(sent: IncomingHttpHeaders, place: Place, told: Told): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {};
  const named = new Set(
    (sent.connection ?? '')
      .toLowerCase()
      .split(',')
      .map((name) => name.trim()),
  );
  for (const [name, value] of Object.entries(sent)) {
    if (name === 'cookie' || name === 'host' || HOP_BY_HOP.has(name) || named.has(name)) continue;
    if (IDENTITY.test(name.replaceAll('_', '-'))) continue;
    headers[name] = value;
  }
  const cookies = appCookies(sent.cookie, place);
  if (cookies !== '') headers.cookie = cookies;
  for (const [name, value] of Object.entries(told.identity)) if (value !== '') headers[name] = value;
  headers.host = told.upstreamHost;
  headers['x-forwarded-for'] = told.forwarded.ip;
  headers['x-forwarded-host'] = told.forwarded.host;
  headers['x-forwarded-proto'] = told.forwarded.protocol;
  if (place.prefix !== '') headers['x-forwarded-prefix'] = place.prefix;
  return headers;
}

/** The cookies of a request that are the app's own. */
export function appCookies(header: string | undefined, place: Place): string {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '' && !isOurCookie(pair.split('=')[0]?.trim() ?? '', place))
    .join('; ');
}
