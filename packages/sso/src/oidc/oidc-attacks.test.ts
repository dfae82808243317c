import { inspect } from 'node:util';
import type { OidcMemory, OidcProvider, SsoAnswer } from '@latchkey/core';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSsoConnector } from '../create-sso-connector.ts';
import type { Claims } from '../identity/read-field.ts';
import { createServiceProviderKey } from '../saml/create-service-provider-key.ts';
import { connectionId } from '../testing/connection-id.ts';
import { type HandMadeOidc, newOidcKey, startHandMadeOidc } from '../testing/hand-made-oidc.ts';
import { refusalCodeOf } from '../testing/refusal-code-of.ts';
import { createReplayGuard } from '../testing/replay-guard.ts';

const NOW = new Date('2026-11-20T12:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const CALLBACK = 'https://latchkey.example.com/sso/2/callback';
const key = await createServiceProviderKey('latchkey', NOW);

let now = NOW;
let provider: HandMadeOidc;

beforeEach(async () => {
  now = NOW;
  provider = await startHandMadeOidc();
});

afterEach(async () => {
  await provider.stop();
});

const open = (options: { keyCooldownMs?: number; timeoutMs?: number; maxBytes?: number } = {}) =>
  createSsoConnector({
    clock: () => now,
    replayGuard: createReplayGuard(),
    serviceProviderKeys: [key],
    allowPrivateNetworks: true,
    ...options,
  });

async function begin(changes: Partial<OidcProvider> = {}, connector = open(), forceReauthentication = false) {
  const connection = provider.connection(changes);
  const { memory, redirect } = await connector.begin(connection, { callbackUrl: CALLBACK, forceReauthentication });
  if (memory.protocol !== 'oidc' || redirect.kind !== 'url') throw new Error('not OpenID Connect');
  const finish = (answer: SsoAnswer = {}) =>
    connector.finish(connection, memory, { code: 'a code', state: memory.state, ...answer });
  return { connector, connection, memory, finish, asked: new URL(redirect.url).searchParams };
}

const goodClaims = ({ nonce }: OidcMemory) => ({
  iss: provider.origin,
  aud: 'latchkey',
  sub: 'ada',
  nonce,
  iat: SECONDS,
  exp: SECONDS + 300,
});

/** What becomes of a sign-in whose ID token has these claims instead of good ones; `undefined` takes one away. */
async function receive(changes: Claims, settings: Partial<OidcProvider> = {}): Promise<string> {
  const { memory, finish } = await begin(settings);
  provider.idToken = () => provider.sign({ ...goodClaims(memory), ...changes });
  return await refusalCodeOf(finish());
}

describe('our question', () => {
  test('carries state, nonce and a PKCE challenge by S256, always, and new ones each time', async () => {
    provider.discovery = { code_challenge_methods_supported: ['plain'] };
    const connector = open();
    const [first, second] = [await begin({}, connector), await begin({}, connector)];
    for (const { asked, memory } of [first, second]) {
      expect(asked.get('code_challenge_method')).toBe('S256');
      expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/);
      expect(asked.get('state')).toBe(memory.state);
      expect(asked.get('nonce')).toBe(memory.nonce);
      expect(asked.get('response_type')).toBe('code');
      expect(asked.get('redirect_uri')).toBe(CALLBACK);
      expect(asked.get('scope')).toBe('openid email');
      expect(memory.codeVerifier).toMatch(/^[\w.~-]{43,128}$/);
    }
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(first.asked.get(name)).not.toBe(second.asked.get(name));
  });

  test('redeems the code with the verifier of that question', async () => {
    const { memory, finish } = await begin();
    provider.idToken = () => provider.sign(goodClaims(memory));
    await finish();
    expect(provider.tokenRequests[0]?.get('code_verifier')).toBe(memory.codeVerifier);
    expect(provider.tokenRequests[0]?.get('redirect_uri')).toBe(CALLBACK);
  });

  test.each(['javascript:alert(1)//', 'data:text/html,x', 'ftp://idp.example.com/'])(
    'never sends a browser to %s',
    async (authorization_endpoint) => {
      provider.discovery = { authorization_endpoint };
      expect(await refusalCodeOf(begin())).toBe('address_refused');
    },
  );
});

describe('an ID token', () => {
  test('that is good names the person', async () => {
    expect(await receive({ email: 'ada@example.com', email_verified: true })).toContain('"subject":"ada"');
  });

  test.each<[string, Claims, string]>([
    ['without a nonce', { nonce: undefined }, 'nonce_mismatch'],
    ['with another nonce', { nonce: 'other' }, 'nonce_mismatch'],
    ['without an audience', { aud: undefined }, 'wrong_audience'],
    ['for another audience', { aud: 'other' }, 'wrong_audience'],
    ['for several audiences without azp', { aud: ['latchkey', 'other'] }, 'wrong_audience'],
    ['for several audiences issued to another', { aud: ['latchkey', 'other'], azp: 'other' }, 'wrong_audience'],
    ['for us issued to another', { azp: 'other' }, 'wrong_audience'],
    ['without an issuer', { iss: undefined }, 'issuer_mismatch'],
    ['of another issuer', { iss: 'https://evil.example.com' }, 'issuer_mismatch'],
    ['without a subject', { sub: undefined }, 'subject_missing'],
    ['with an empty subject', { sub: '' }, 'subject_missing'],
    ['with a subject longer than the standard allows', { sub: 'x'.repeat(256) }, 'subject_missing'],
    ['without an end', { exp: undefined }, 'outside_validity'],
    ['that expired', { exp: SECONDS - 61 }, 'outside_validity'],
    ['without a time of issue', { iat: undefined }, 'outside_validity'],
    ['issued in the future', { iat: SECONDS + 62 }, 'outside_validity'],
    ['issued before we asked', { iat: SECONDS - 62 }, 'outside_validity'],
    ['not valid yet', { nbf: SECONDS + 62 }, 'outside_validity'],
  ])('%s is refused', async (_what, changes, code) => {
    expect(await receive(changes)).toBe(code);
  });

  test('within the allowed clock skew is good', async () => {
    expect(await receive({ exp: SECONDS - 59, iat: SECONDS - 59 })).toContain('granted');
  });

  test('for several audiences issued to us is good', async () => {
    expect(await receive({ aud: ['latchkey', 'other'], azp: 'latchkey' })).toContain('granted');
  });

  test('without a signature is refused', async () => {
    const { memory, finish } = await begin();
    provider.idToken = () => new UnsecuredJWT(goodClaims(memory)).encode();
    expect(await refusalCodeOf(finish())).toBe('algorithm_refused');
  });

  test('signed with the provider’s public key, or our secret, as the secret of an HMAC is refused', async () => {
    const { memory, finish, connection } = await begin();
    const publicKey = provider.keys[0]?.publicKey.export({ type: 'spki', format: 'pem' }) ?? '';
    for (const secret of [publicKey.toString(), 'a secret']) {
      provider.idToken = async () =>
        await new SignJWT(goodClaims(memory)).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(secret.padEnd(32)));
      expect(await refusalCodeOf(finish())).toBe('algorithm_refused');
    }
    expect(connection.provider).toMatchObject({ idTokenAlgorithm: 'RS256' });
  });

  test('signed by another algorithm than the registered one is refused, though the provider offers it', async () => {
    const { memory, finish } = await begin();
    provider.idToken = () => provider.sign(goodClaims(memory), { alg: 'PS256' });
    expect(await refusalCodeOf(finish())).toBe('algorithm_refused');
  });

  test('signed by a stranger is refused, under the kid of a good key too', async () => {
    const stranger = newOidcKey();
    const { memory, finish } = await begin();
    for (const kid of [stranger.kid, provider.keys[0]?.kid ?? '']) {
      provider.idToken = () => provider.sign(goodClaims(memory), { kid }, stranger);
      expect(await refusalCodeOf(finish())).toBe('signature_invalid');
    }
  });

  test('that brings its own key, or names where to get it, is refused', async () => {
    const stranger = newOidcKey();
    const { memory, finish } = await begin();
    const jwk = { ...stranger.publicKey.export({ format: 'jwk' }), kty: 'RSA' };
    for (const header of [{ jwk }, { jku: `${provider.origin}/evil` }, { x5u: `${provider.origin}/evil` }]) {
      provider.idToken = () =>
        provider.sign(goodClaims(memory), { kid: provider.keys[0]?.kid ?? '', ...header }, stranger);
      expect(await refusalCodeOf(finish())).toBe('signature_invalid');
    }
    expect(provider.asked.get('/evil')).toBeUndefined();
  });

  test('changed after it was signed is refused', async () => {
    const { memory, finish } = await begin();
    provider.idToken = async () => {
      const [header, , signature] = (await provider.sign(goodClaims(memory))).split('.');
      const forged = Buffer.from(JSON.stringify({ ...goodClaims(memory), sub: 'owner' })).toString('base64url');
      return [header, forged, signature].join('.');
    };
    expect(await refusalCodeOf(finish())).toBe('signature_invalid');
  });

  test('that is missing is refused', async () => {
    const { finish } = await begin();
    expect(await refusalCodeOf(finish())).toBe('signature_missing');
  });

  test('and everything else that is secret stays out of a refusal', async () => {
    const { memory, finish } = await begin();
    const tokens = [() => '', () => 'no token', () => provider.sign({ ...goodClaims(memory), nonce: 'other' })];
    for (const token of tokens) {
      provider.idToken = token;
      const refusal = await finish().catch((error: unknown) => inspect(error, { depth: 20, showHidden: true }));
      expect(refusal).toContain('SsoRefusal');
      expect(refusal).not.toMatch(/an-access-token|a code|a secret|eyJ/);
      expect(refusal).not.toContain(memory.codeVerifier);
    }
  });

  test('of an authentication weaker than required is refused', async () => {
    const requiredContexts = ['urn:two-factors'];
    expect(await receive({}, { requiredContexts })).toBe('authentication_too_weak');
    expect(await receive({ acr: 'urn:password' }, { requiredContexts })).toBe('authentication_too_weak');
    expect(await receive({ acr: 'urn:two-factors' }, { requiredContexts })).toContain('granted');
  });

  test('of an older sign-in is refused where the person must prove themselves anew', async () => {
    for (const [auth_time, code] of [
      [undefined, 'authentication_too_old'],
      [SECONDS - 600, 'authentication_too_old'],
      [SECONDS, 'granted'],
    ] as const) {
      const { memory, finish, asked } = await begin({}, open(), true);
      expect(asked.get('prompt')).toBe('login');
      expect(asked.get('max_age')).toBe('0');
      provider.idToken = () => provider.sign({ ...goodClaims(memory), auth_time });
      expect(await refusalCodeOf(finish())).toContain(code);
    }
  });
});

describe('an answer belongs to one question', () => {
  test.each<[string, SsoAnswer]>([
    ['without a state', { state: undefined }],
    ['with the state of another browser', { state: 'other' }],
  ])('%s it is refused before the code is used', async (_what, answer) => {
    const { finish } = await begin();
    expect(await refusalCodeOf(finish(answer))).toBe('state_mismatch');
    expect(provider.tokenRequests).toHaveLength(0);
  });

  test('with a field that came twice it is refused', async () => {
    const { finish } = await begin();
    expect(await refusalCodeOf(finish({ code: ['a', 'b'] }))).toBe('answer_malformed');
  });

  test('to a question of another connection, issuer or protocol it is refused', async () => {
    const { connector, connection, memory } = await begin();
    const answer = { code: 'a code', state: memory.state };
    const other = { ...connection, id: connectionId(3) };
    expect(await refusalCodeOf(connector.finish(other, memory, answer))).toBe('state_mismatch');
    const changed = provider.connection({ issuer: 'https://evil.example.com' });
    expect(await refusalCodeOf(connector.finish(changed, memory, answer))).toBe('state_mismatch');
    const { nonce: _, ...rest } = memory;
    const foreign = { ...rest, protocol: 'oauth2' } as const;
    expect(await refusalCodeOf(connector.finish(connection, foreign, answer))).toBe('state_mismatch');
    expect(provider.tokenRequests).toHaveLength(0);
  });

  test('too late it is refused', async () => {
    const { finish } = await begin();
    now = new Date(NOW.getTime() + 900_000);
    expect(await refusalCodeOf(finish())).toBe('transaction_expired');
  });

  test('with tokens in the address instead of a code it is refused', async () => {
    const { memory, finish } = await begin();
    const id_token = await provider.sign(goodClaims(memory));
    expect(await refusalCodeOf(finish({ code: undefined, id_token }))).toBe('answer_malformed');
  });

  test('of another issuer it is refused before the code is sent there', async () => {
    const { finish } = await begin();
    expect(await refusalCodeOf(finish({ iss: 'https://evil.example.com' }))).toBe('issuer_mismatch');
    expect(provider.tokenRequests).toHaveLength(0);
  });

  test('without the issuer that the provider promised to name it is refused', async () => {
    provider.discovery = { authorization_response_iss_parameter_supported: true };
    const { finish } = await begin();
    expect(await refusalCodeOf(finish())).toBe('issuer_mismatch');
  });
});

describe('user-info', () => {
  test('about somebody else is refused', async () => {
    const { memory, finish } = await begin({ asksUserInfo: true });
    provider.idToken = () => provider.sign(goodClaims(memory));
    for (const userInfo of [{ sub: 'owner', email: 'owner@example.com' }, { email: 'owner@example.com' }]) {
      provider.userInfo = userInfo;
      expect(await refusalCodeOf(finish())).toMatch(/subject_mismatch|subject_missing/);
    }
  });

  test('adds to the ID token and changes nothing in it', async () => {
    const { memory, finish } = await begin({ asksUserInfo: true });
    provider.idToken = () => provider.sign({ ...goodClaims(memory), email: 'ada@example.com', email_verified: false });
    provider.userInfo = { sub: 'ada', email: 'owner@example.com', email_verified: true, name: 'Ada' };
    expect(await finish()).toMatchObject({ email: 'ada@example.com', emailVerified: false, name: 'Ada' });
  });

  test('vouches for its own address only', async () => {
    const { memory, finish } = await begin({ asksUserInfo: true });
    provider.idToken = () => provider.sign({ ...goodClaims(memory), email: 'owner@example.com' });
    provider.userInfo = { sub: 'ada', email: 'ada@example.com', email_verified: true };
    expect(await finish()).toMatchObject({ email: 'owner@example.com', emailVerified: false });
    provider.userInfo = { sub: 'ada', email: 'owner@example.com', email_verified: true };
    expect(await finish()).toMatchObject({ email: 'owner@example.com', emailVerified: true });
  });

  test('is not asked where the connection does not say so', async () => {
    expect(await receive({})).toContain('granted');
    expect(provider.asked.get('/userinfo')).toBeUndefined();
  });

  test('is never asked at an address behind the firewall', async () => {
    provider.discovery = { userinfo_endpoint: 'http://169.254.169.254/latest/meta-data/' };
    const { memory, finish } = await begin({ asksUserInfo: true });
    provider.idToken = () => provider.sign(goodClaims(memory));
    expect(await refusalCodeOf(finish())).toBe('address_refused');
  });
});

describe('a provider’s keys', () => {
  test('that are unknown are asked for again once, not for every forged token', async () => {
    const connector = open({ keyCooldownMs: 60_000 });
    const { memory, finish } = await begin({}, connector);
    provider.idToken = () => provider.sign(goodClaims(memory));
    await finish();
    expect(provider.asked.get('/keys')).toBe(1);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      provider.idToken = () => provider.sign(goodClaims(memory), { kid: `forged ${attempt}` });
      expect(await refusalCodeOf(finish())).toBe('signature_invalid');
    }
    expect(provider.asked.get('/keys')).toBe(1);
  });

  test('that were changed are found without a restart', async () => {
    const connector = open({ keyCooldownMs: 0 });
    const { memory, finish } = await begin({}, connector);
    provider.idToken = () => provider.sign(goodClaims(memory));
    await finish();
    provider.keys = [newOidcKey()];
    expect(await finish()).toMatchObject({ subject: 'ada' });
    expect(provider.asked.get('/keys')).toBe(2);
  });
});

describe('discovery', () => {
  test.each<[string, Record<string, unknown>]>([
    ['of another issuer', { issuer: 'https://evil.example.com' }],
    ['without an issuer', { issuer: undefined }],
    ['without an authorization endpoint', { authorization_endpoint: undefined }],
    ['without keys', { jwks_uri: undefined }],
  ])('%s is refused', async (_what, discovery) => {
    provider.discovery = discovery;
    expect(await refusalCodeOf(open().discover(provider.origin))).toBe('discovery_failed');
  });

  test('of an address that answers something else is refused', async () => {
    expect(await refusalCodeOf(open().discover(`${provider.origin}/nothing-here`))).toBe('discovery_failed');
    expect(await refusalCodeOf(open().discover('not an address'))).toBe('discovery_failed');
  });

  test('of an address behind the firewall is refused', async () => {
    expect(await refusalCodeOf(open().discover('http://169.254.169.254'))).toBe('address_refused');
    const outside = createSsoConnector({
      clock: () => now,
      replayGuard: createReplayGuard(),
      serviceProviderKeys: [key],
    });
    expect(await refusalCodeOf(outside.discover('https://127.0.0.1'))).toBe('address_refused');
    expect(await refusalCodeOf(outside.discover(provider.origin))).toBe('address_refused');
  });

  test('that is larger than any honest one is refused', async () => {
    provider.discovery = { padding: 'x'.repeat(5000) };
    expect(await refusalCodeOf(open({ maxBytes: 5000 }).discover(provider.origin))).toBe('provider_answer_refused');
  });
});

test('a token endpoint that never answers does not keep the person waiting', async () => {
  const { memory, finish } = await begin({}, open({ timeoutMs: 300 }));
  provider.idToken = () => new Promise(() => undefined);
  expect(memory.state).not.toBe('');
  expect(await refusalCodeOf(finish())).toBe('provider_too_slow');
});

describe('a logout token', () => {
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  const good = () => ({
    iss: provider.origin,
    aud: 'latchkey',
    sub: 'ada',
    sid: 'a session',
    iat: SECONDS,
    exp: SECONDS + 120,
    jti: 'one',
    events: event,
  });
  const receiveToken = async (changes: Claims, connector = open()) =>
    await refusalCodeOf(
      connector.verifyBackChannelLogout(provider.connection(), await provider.sign({ ...good(), ...changes })),
    );

  test('that is good names subject and session', async () => {
    expect(await receiveToken({})).toBe('granted: {"subject":"ada","providerSession":"a session"}');
    expect(await receiveToken({ sid: undefined })).toBe('granted: {"subject":"ada","providerSession":null}');
    expect(await receiveToken({ sub: undefined })).toBe('granted: {"subject":null,"providerSession":"a session"}');
  });

  test.each<[string, Claims, string]>([
    ['without the event', { events: { other: {} } }, 'logout_token_invalid'],
    ['without events', { events: undefined }, 'logout_token_invalid'],
    ['with a nonce, as an ID token has', { nonce: 'x' }, 'logout_token_invalid'],
    ['for nobody', { sub: undefined, sid: undefined }, 'logout_token_invalid'],
    ['without an id of its own', { jti: undefined }, 'logout_token_invalid'],
    ['without a time of issue', { iat: undefined }, 'outside_validity'],
    ['of yesterday', { iat: SECONDS - 86_400, exp: SECONDS + 86_400 }, 'outside_validity'],
    ['that expired', { exp: SECONDS - 61 }, 'outside_validity'],
    ['for another client', { aud: 'other' }, 'wrong_audience'],
    ['of another issuer', { iss: 'https://evil.example.com' }, 'issuer_mismatch'],
  ])('%s is refused', async (_what, changes, code) => {
    expect(await receiveToken(changes)).toBe(code);
  });

  test('used before is refused', async () => {
    const connector = open();
    expect(await receiveToken({}, connector)).toContain('granted');
    expect(await receiveToken({}, connector)).toBe('replayed');
    expect(await receiveToken({ jti: 'two' }, connector)).toContain('granted');
  });

  test('signed by a stranger, or not at all, is refused', async () => {
    const connector = open();
    const verify = (token: string) => refusalCodeOf(connector.verifyBackChannelLogout(provider.connection(), token));
    expect(await verify(await provider.sign(good(), {}, newOidcKey()))).toBe('signature_invalid');
    expect(await verify(new UnsecuredJWT(good()).encode())).toBe('algorithm_refused');
    expect(await verify('no token')).toBe('logout_token_invalid');
  });

  test('does not pass for an ID token', async () => {
    const { finish } = await begin();
    provider.idToken = () => provider.sign(good());
    expect(await refusalCodeOf(finish())).toBe('nonce_mismatch');
  });
});
