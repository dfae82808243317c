import { generateKeyPairSync } from 'node:crypto';
import { type ClientMetadata, type Configuration, type JWK, Provider } from 'oidc-provider';
import { type RunningServer, startHttp } from './start-http.ts';

export interface OidcProviderSetup {
  readonly clients: readonly ClientMetadata[];
  /** What is said about a person, by the name they sign in with; any password will do. */
  readonly people: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Of a provider that stands at this address already, as after a restart. */
  readonly port?: number;
  readonly keys?: readonly JWK[];
  readonly configuration?: Configuration;
}

export interface RunningOidcProvider extends RunningServer {
  readonly issuer: string;
}

/**
 * A certified OpenID provider (panva/node-oidc-provider) with its own sign-in and consent pages: fields `login` and
 * `password`, then a button. PKCE is required; logout by back channel and by browser is on.
 */
export async function startOidcProvider(setup: OidcProviderSetup): Promise<RunningOidcProvider> {
  // The issuer is part of the configuration, and the port is known only once the server listens.
  let handle: ReturnType<Provider['callback']> | undefined;
  const server = await startHttp((request, response) => void handle?.(request, response), setup.port);
  const provider = new Provider(server.origin, {
    clients: setup.clients.map((client) => ({ ...client })),
    jwks: { keys: [...(setup.keys ?? [newSigningKey()])] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ['of a test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups', 'offline_access'],
    conformIdTokenClaims: false,
    features: { backchannelLogout: { enabled: true }, claimsParameter: { enabled: true } },
    // Its own way out keeps it from asking servers on this machine, where ours is.
    fetch: (url, { dispatcher: _, ...options }: RequestInit & { dispatcher?: unknown } = {}) => fetch(url, options),
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ ...setup.people[accountId], sub: accountId }),
    }),
    ...setup.configuration,
  });
  handle = provider.callback();
  return { ...server, issuer: server.origin };
}

/** A key of a provider, to be replaced by the next one. */
export function newSigningKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kty: 'RSA', use: 'sig', alg: 'RS256' };
}
