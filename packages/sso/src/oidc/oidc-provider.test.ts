import { text } from 'node:stream/consumers';
import type { OidcProvider, SsoConnection } from '@latchkey/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSsoConnector } from '../create-sso-connector.ts';
import { createServiceProviderKey } from '../saml/create-service-provider-key.ts';
import { connectionId } from '../testing/connection-id.ts';
import { refusalCodeOf } from '../testing/refusal-code-of.ts';
import { createReplayGuard } from '../testing/replay-guard.ts';
import { startHttp } from '../testing/start-http.ts';
import { newSigningKey, type RunningOidcProvider, startOidcProvider } from '../testing/start-oidc-provider.ts';
import { type Cookies, walkPages } from '../testing/walk-pages.ts';

const CALLBACK = 'http://127.0.0.1:9/sso/2/callback';
const SIGNED_OUT = 'http://127.0.0.1:9/signin';
const key = await createServiceProviderKey('latchkey', new Date());
const people = {
  ada: { email: 'ada@example.com', email_verified: true, name: 'Ada Lovelace', groups: ['engineers'] },
  bob: { email: 'bob@example.com', email_verified: false },
};
const client = {
  client_id: 'latchkey',
  client_secret: 'a secret of the provider',
  redirect_uris: [CALLBACK],
  post_logout_redirect_uris: [SIGNED_OUT],
};

let provider: RunningOidcProvider;

beforeEach(async () => {
  provider = await startOidcProvider({ clients: [client], people });
});

afterEach(async () => {
  await provider.stop();
});

const open = () =>
  createSsoConnector({
    clock: () => new Date(),
    replayGuard: createReplayGuard(),
    serviceProviderKeys: [key],
    allowPrivateNetworks: true,
    keyCooldownMs: 0,
  });

const connectionTo = (changes: Partial<OidcProvider> = {}): SsoConnection => ({
  id: connectionId(2),
  name: 'A certified provider',
  provider: {
    protocol: 'oidc',
    issuer: provider.issuer,
    clientId: 'latchkey',
    clientSecret: client.client_secret,
    scopes: ['email', 'profile', 'groups'],
    idTokenAlgorithm: 'RS256',
    asksUserInfo: false,
    fields: { subject: null, email: null, name: null, groups: null },
    verifiedEmail: { kind: 'claim', path: 'email_verified' },
    clockSkewSeconds: 10,
    requiredContexts: [],
    ...changes,
  },
});

async function signIn(login: string, { connector = open(), connection = connectionTo(), request = {} } = {}) {
  const cookies: Cookies = new Map();
  const { redirect, memory } = await connector.begin(connection, { callbackUrl: CALLBACK, ...request });
  const answer = await walkPages(redirect, CALLBACK, { login, password: 'any' }, cookies);
  return { connector, connection, memory, answer, cookies, finish: () => connector.finish(connection, memory, answer) };
}

describe('signing in at a certified OpenID provider', () => {
  test('names the person, with every claim in its place', async () => {
    const { finish } = await signIn('ada');
    expect(await finish()).toMatchObject({
      subject: 'ada',
      email: 'ada@example.com',
      emailVerified: true,
      name: 'Ada Lovelace',
      groups: ['engineers'],
      authenticatedAt: null,
    });
  });

  test('does not call an address verified that the provider does not', async () => {
    expect(await (await signIn('bob')).finish()).toMatchObject({ email: 'bob@example.com', emailVerified: false });
  });

  test('asks user-info for what the ID token leaves out', async () => {
    const { port } = provider;
    await provider.stop();
    provider = await startOidcProvider({
      clients: [client],
      people,
      port,
      configuration: { conformIdTokenClaims: true },
    });
    expect(await (await signIn('ada')).finish()).toMatchObject({ subject: 'ada', email: null });
    const asking = { connection: connectionTo({ asksUserInfo: true }) };
    expect(await (await signIn('ada', asking)).finish()).toMatchObject({
      email: 'ada@example.com',
      name: 'Ada Lovelace',
    });
  });

  test('makes the person prove themselves anew when that is needed', async () => {
    const { finish } = await signIn('ada', { request: { forceReauthentication: true } });
    const { authenticatedAt } = await finish();
    expect(Date.now() - (authenticatedAt?.getTime() ?? 0)).toBeLessThan(20_000);
  });

  test('redeems a code once', async () => {
    const { finish } = await signIn('ada');
    await finish();
    expect(await refusalCodeOf(finish())).toBe('token_refused');
  });

  test('is refused with the verifier of another browser (PKCE)', async () => {
    const { connector, connection, memory, answer } = await signIn('ada');
    if (memory.protocol !== 'oidc') throw new Error('not OpenID Connect');
    const other = { ...memory, codeVerifier: 'x'.repeat(43) };
    expect(await refusalCodeOf(connector.finish(connection, other, answer))).toBe('token_refused');
  });

  test('is refused with a wrong client secret', async () => {
    const connection = connectionTo({ clientSecret: 'an old secret' });
    expect(await refusalCodeOf((await signIn('ada', { connection })).finish())).toBe('token_refused');
  });

  test('is refused when the answer comes from another issuer (mix-up)', async () => {
    const { connector, connection, memory, answer } = await signIn('ada');
    expect(answer.iss).toBe(provider.issuer);
    const mixedUp = { ...answer, iss: 'https://evil.example.com' };
    expect(await refusalCodeOf(connector.finish(connection, memory, mixedUp))).toBe('issuer_mismatch');
    const { iss: _, ...without } = answer;
    expect(await refusalCodeOf(connector.finish(connection, memory, without))).toBe('issuer_mismatch');
  });

  test('is refused with the words of the provider when the person says no', async () => {
    const { connector, connection, memory } = await signIn('ada');
    const answer = { state: memory.state, iss: provider.issuer, error: 'access_denied', error_description: 'said\nno' };
    const refused = connector.finish(connection, memory, answer);
    await expect(refused).rejects.toMatchObject({ code: 'provider_refused', message: 'access_denied: said no' });
  });

  test('goes on when the provider has changed its key', async () => {
    const connector = open();
    expect(await (await signIn('ada', { connector })).finish()).toMatchObject({ subject: 'ada' });
    const { port } = provider;
    await provider.stop();
    provider = await startOidcProvider({ clients: [client], people, port, keys: [newSigningKey()] });
    expect(await (await signIn('ada', { connector })).finish()).toMatchObject({ subject: 'ada' });
  });

  test('is refused with a reason when the provider is down', async () => {
    const { finish, connection } = await signIn('ada');
    await provider.stop();
    expect(await refusalCodeOf(finish())).toBe('provider_unreachable');
    expect(await refusalCodeOf(open().begin(connection, { callbackUrl: CALLBACK }))).toBe('provider_unreachable');
    provider = await startOidcProvider({ clients: [client], people });
  });
});

test('an administrator sees what an issuer offers', async () => {
  expect(await open().discover(provider.issuer)).toMatchObject({
    issuer: provider.issuer,
    authorizationEndpoint: `${provider.issuer}/auth`,
    supportsBackChannelLogout: true,
    idTokenAlgorithms: ['RS256'],
  });
});

test('a sign-out at the provider names the person by its logout token, once', async () => {
  const tokens: string[] = [];
  const receiver = await startHttp(async (request, response) => {
    tokens.push(new URLSearchParams(await text(request)).get('logout_token') ?? '');
    response.end();
  });
  const { port } = provider;
  await provider.stop();
  provider = await startOidcProvider({
    clients: [{ ...client, backchannel_logout_uri: `${receiver.origin}/`, backchannel_logout_session_required: true }],
    people,
    port,
  });
  try {
    const { connector, connection, finish, cookies } = await signIn('ada');
    const { providerSession } = await finish();
    expect(providerSession).not.toBeNull();
    const signOut = (await connector.signOutAddress(connection, SIGNED_OUT)) ?? '';
    await walkPages({ kind: 'url', url: signOut }, SIGNED_OUT, {}, cookies);
    const [token = ''] = tokens;
    expect(await connector.verifyBackChannelLogout(connection, token)).toEqual({ subject: 'ada', providerSession });
    expect(await refusalCodeOf(connector.verifyBackChannelLogout(connection, token))).toBe('replayed');
  } finally {
    await receiver.stop();
  }
});
