import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import type { OidcProvider, SsoConnection } from '@latchkey/core';
import { CompactSign, type JWTHeaderParameters } from 'jose';
import { connectionId } from './connection-id.ts';
import { type RunningServer, startHttp } from './start-http.ts';

export interface OidcKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function newOidcKey(): OidcKey {
  return { kid: randomBytes(8).toString('hex'), ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

/** An OpenID provider that says whatever a test wants it to say. What is set takes effect with the next request. */
export interface HandMadeOidc extends RunningServer {
  /** Published, in this order. */
  keys: readonly OidcKey[];
  /** Changes what discovery says. */
  discovery: Readonly<Record<string, unknown>>;
  /** What the token endpoint answers; by default a good ID token for the question last answered. */
  idToken: () => string | Promise<string>;
  userInfo: Readonly<Record<string, unknown>>;
  /** How often each path was asked. */
  readonly asked: Map<string, number>;
  /** The forms the token endpoint received. */
  readonly tokenRequests: URLSearchParams[];
  connection(changes?: Partial<OidcProvider>): SsoConnection;
  sign(
    claims: Readonly<Record<string, unknown>>,
    header?: Partial<JWTHeaderParameters>,
    key?: OidcKey,
  ): Promise<string>;
}

export async function startHandMadeOidc(): Promise<HandMadeOidc> {
  const asked = new Map<string, number>();
  const tokenRequests: URLSearchParams[] = [];
  const server = await startHttp(async (request, response) => {
    const { pathname } = new URL(request.url ?? '', server.origin);
    asked.set(pathname, (asked.get(pathname) ?? 0) + 1);
    if (pathname === '/token') tokenRequests.push(new URLSearchParams(await text(request)));
    const answer = await answerOf(provider, pathname);
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? {}));
  });
  const key = newOidcKey();
  const provider: HandMadeOidc = {
    ...server,
    keys: [key],
    discovery: {},
    idToken: () => '',
    userInfo: {},
    asked,
    tokenRequests,
    connection: (changes = {}) => ({
      id: connectionId(2),
      name: 'Hand-made',
      provider: {
        protocol: 'oidc',
        issuer: server.origin,
        clientId: 'latchkey',
        clientSecret: 'a secret',
        scopes: ['email'],
        idTokenAlgorithm: 'RS256',
        asksUserInfo: false,
        fields: { subject: null, email: null, name: null, groups: null },
        verifiedEmail: { kind: 'claim', path: 'email_verified' },
        clockSkewSeconds: 60,
        requiredContexts: [],
        ...changes,
      },
    }),
    sign: async (claims, header = {}, by = provider.keys[0] ?? key) =>
      await new CompactSign(Buffer.from(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'RS256', kid: by.kid, ...header })
        .sign(by.privateKey),
  };
  return provider;
}

async function answerOf(provider: HandMadeOidc, path: string): Promise<unknown> {
  const { origin } = provider;
  if (path === '/.well-known/openid-configuration') {
    return {
      issuer: origin,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      userinfo_endpoint: `${origin}/userinfo`,
      jwks_uri: `${origin}/keys`,
      end_session_endpoint: `${origin}/end`,
      id_token_signing_alg_values_supported: ['RS256', 'none', 'HS256', 'ES256'],
      ...provider.discovery,
    };
  }
  if (path === '/keys') {
    return {
      keys: provider.keys.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' })),
    };
  }
  if (path === '/token')
    return { access_token: 'an-access-token', token_type: 'Bearer', id_token: await provider.idToken() };
  return path === '/userinfo' ? provider.userInfo : undefined;
}
