import { SsoRefusal } from '@latchkey/core';
import { createRemoteJWKSet, customFetch as joseFetch, type RemoteJWKSet } from 'jose';
import { customFetch, discovery, type ServerMetadata } from 'openid-client';
import type { Asking } from '../asking.ts';
import { allowPlainHttp } from './allow-plain-http.ts';
import { refusalOf } from './refusal-of.ts';

/** What an issuer publishes: its configuration and its keys. */
export interface PublishedIssuer {
  readonly server: Readonly<ServerMetadata>;
  /** The issuer's keys. A key it does not know makes it ask again, but not more often than the cooldown says. */
  readonly keys: RemoteJWKSet;
}

export interface OidcDirectory {
  /** What the issuer published at most ten minutes ago. @throws SsoRefusal `discovery_failed` and those of requests. */
  find(issuer: string): Promise<PublishedIssuer>;
  /** What the issuer publishes now. */
  ask(issuer: string): Promise<Readonly<ServerMetadata>>;
}

const KEPT_MS = 600_000;

export function createOidcDirectory(asking: Asking): OidcDirectory {
  const found = new Map<string, PublishedIssuer & { readonly askedAt: number }>();
  return {
    ask: (issuer) => discover(asking, issuer),
    async find(issuer) {
      const known = found.get(issuer);
      const now = asking.clock().getTime();
      if (known !== undefined && Math.abs(now - known.askedAt) < KEPT_MS) return known;
      const server = await discover(asking, issuer);
      const keys = known?.server.jwks_uri === server.jwks_uri ? known?.keys : undefined;
      const published = { server, keys: keys ?? keysOf(asking, server), askedAt: now };
      found.set(issuer, published);
      return published;
    },
  };
}

async function discover({ fetch, allowPrivateNetworks }: Asking, issuer: string): Promise<Readonly<ServerMetadata>> {
  if (!URL.canParse(issuer)) throw new SsoRefusal('discovery_failed', 'the issuer is not an address');
  const execute = allowPrivateNetworks ? [allowPlainHttp] : [];
  try {
    const found = await discovery(new URL(issuer), 'unused', undefined, undefined, { execute, [customFetch]: fetch });
    return checked(found.serverMetadata(), issuer);
  } catch (error) {
    throw refusalOf(error, 'discovery_failed');
  }
}

/** openid-client lets Entra ID's `common` name another issuer; here one connection is one issuer. */
function checked(server: Readonly<ServerMetadata>, issuer: string): Readonly<ServerMetadata> {
  if (server.issuer !== issuer) {
    throw new SsoRefusal('discovery_failed', `${issuer} publishes the configuration of ${server.issuer}`);
  }
  for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const) {
    if (server[name] === undefined) throw new SsoRefusal('discovery_failed', `${issuer} publishes no ${name}`);
  }
  return server;
}

function keysOf({ fetch, keyCooldownMs }: Asking, server: Readonly<ServerMetadata>): RemoteJWKSet {
  return createRemoteJWKSet(new URL(server.jwks_uri ?? ''), {
    cooldownDuration: keyCooldownMs,
    timeoutDuration: 60_000, // the way out has a limit of its own
    [joseFetch]: (url, { headers }) => fetch(url, { headers: Object.fromEntries(headers) }),
  });
}
