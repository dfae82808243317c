import type { OAuth2Provider, SsoConnection } from '@latchkey/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSsoConnector } from '../create-sso-connector.ts';
import { createServiceProviderKey } from '../saml/create-service-provider-key.ts';
import { connectionId } from '../testing/connection-id.ts';
import { refusalCodeOf } from '../testing/refusal-code-of.ts';
import { createReplayGuard } from '../testing/replay-guard.ts';
import {
  type OAuth2ProviderSetup,
  type RunningOAuth2Provider,
  startOAuth2Provider,
} from '../testing/start-oauth2-provider.ts';
import { walkPages } from '../testing/walk-pages.ts';
import { OAUTH2_PRESETS } from './oauth2-presets.ts';

const CALLBACK = 'http://127.0.0.1:9/sso/3/callback';
const key = await createServiceProviderKey('latchkey', new Date());
const client = { id: 'latchkey', secret: 'a secret: with = & signs', redirectUris: [CALLBACK] };
const people = {
  ada: {
    id: 4711,
    login: 'ada',
    name: 'Ada Lovelace',
    email: 'public@example.org',
    data: { mails: [{ value: 'deep@example.com' }] },
  },
  big: { id: 2 ** 53, login: 'big' },
  none: { login: 'none' },
};
const emails = {
  ada: [
    { email: 'unverified@example.com', primary: false, verified: false },
    { email: 'other@example.com', primary: false, verified: true },
    { email: 'ada@example.com', primary: true, verified: true },
  ],
};

let provider: RunningOAuth2Provider;

const restart = async (changes: Partial<OAuth2ProviderSetup> = {}) => {
  await provider.stop();
  provider = await startOAuth2Provider({ client, people, emails, ...changes });
};

beforeEach(async () => {
  provider = await startOAuth2Provider({ client, people, emails });
});

afterEach(async () => {
  await provider.stop();
});

const connectionTo = (changes: Partial<OAuth2Provider> = {}): SsoConnection => ({
  id: connectionId(3),
  name: 'Like GitHub',
  provider: {
    ...OAUTH2_PRESETS.github,
    protocol: 'oauth2',
    clientId: client.id,
    clientSecret: client.secret,
    authorizationUrl: provider.authorizationUrl,
    tokenUrl: provider.tokenUrl,
    userInfoUrl: provider.userInfoUrl,
    emailsUrl: provider.emailsUrl,
    ...changes,
  },
});

const connector = createSsoConnector({
  clock: () => new Date(),
  replayGuard: createReplayGuard(),
  serviceProviderKeys: [key],
  allowPrivateNetworks: true,
  timeoutMs: 2000,
});

async function signIn(login: string, changes: Partial<OAuth2Provider> = {}) {
  const connection = connectionTo(changes);
  const { redirect, memory } = await connector.begin(connection, { callbackUrl: CALLBACK });
  if (redirect.kind !== 'url' || memory.protocol !== 'oauth2') throw new Error('not OAuth 2.0');
  const answer = await walkPages(redirect, CALLBACK, { login, password: 'any' });
  const asked = new URL(redirect.url).searchParams;
  return { connection, memory, answer, asked, finish: () => connector.finish(connection, memory, answer) };
}

describe('signing in by plain OAuth 2.0', () => {
  test('at a provider like GitHub takes the address that is primary and verified, not the public one', async () => {
    const { finish } = await signIn('ada');
    expect(await finish()).toMatchObject({
      subject: '4711',
      name: 'Ada Lovelace',
      email: 'ada@example.com',
      emailVerified: true,
    });
  });

  test.each([
    ['none of them', []],
    ['no verified primary one', [{ email: 'ada@example.com', primary: true, verified: false }]],
    ['a verified one that is not primary', [{ email: 'ada@example.com', primary: false, verified: true }]],
  ])('with %s among the addresses there is no address at all', async (_what, ada) => {
    await restart({ emails: { ada } });
    expect(await (await signIn('ada')).finish()).toMatchObject({ email: null, emailVerified: false });
  });

  test('asks with PKCE and state, always', async () => {
    const { asked, memory } = await signIn('ada');
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('state')).toBe(memory.state);
    expect(asked.get('scope')).toBe('read:user user:email');
  });

  test.each(['basic', 'post'] as const)(
    'sends the secret by %s, with every sign in it',
    async (tokenAuthentication) => {
      expect(await (await signIn('ada', { tokenAuthentication })).finish()).toMatchObject({ subject: '4711' });
    },
  );

  test('finds fields at paths, and trusts an address only by the rule', async () => {
    const fields = { subject: 'login', email: 'data.mails.0.value', name: null, groups: null };
    const settings = { fields, emailsUrl: null };
    const never = await signIn('ada', { ...settings, verifiedEmail: { kind: 'never' } });
    expect(await never.finish()).toMatchObject({ subject: 'ada', email: 'deep@example.com', emailVerified: false });
    const claim = await signIn('ada', { ...settings, verifiedEmail: { kind: 'claim', path: 'data.verified' } });
    expect(await claim.finish()).toMatchObject({ emailVerified: false });
    const always = await signIn('ada', { ...settings, verifiedEmail: { kind: 'always' } });
    expect(await always.finish()).toMatchObject({ emailVerified: true });
  });

  test('refuses a person without the field that names them', async () => {
    expect(await refusalCodeOf((await signIn('none')).finish())).toBe('subject_missing');
  });

  test('refuses a number too large to be told from its neighbour', async () => {
    expect(await refusalCodeOf((await signIn('big')).finish())).toBe('subject_missing');
  });

  test('does not look at an ID token, which proves nothing here', async () => {
    const claims = Buffer.from(JSON.stringify({ sub: 'owner', email: 'owner@example.com' })).toString('base64url');
    await restart({ tokenExtras: { id_token: `eyJhbGciOiJub25lIn0.${claims}.` } });
    expect(await (await signIn('ada')).finish()).toMatchObject({ subject: '4711' });
  });

  test('cannot be asked to make a person prove themselves anew, and says so', async () => {
    const request = { callbackUrl: CALLBACK, forceReauthentication: true };
    expect(await refusalCodeOf(connector.begin(connectionTo(), request))).toBe('authentication_too_old');
  });
});

describe('an answer is refused', () => {
  test('when its code is used a second time', async () => {
    const { finish } = await signIn('ada');
    await finish();
    expect(await refusalCodeOf(finish())).toBe('token_refused');
  });

  test('when its code was got by another browser (PKCE)', async () => {
    const { connection, memory, answer } = await signIn('ada');
    const other = { ...memory, codeVerifier: 'x'.repeat(43) };
    expect(await refusalCodeOf(connector.finish(connection, other, answer))).toBe('token_refused');
  });

  test('with the state of another browser, before the code is used', async () => {
    const { connection, memory, answer, finish } = await signIn('ada');
    const other = { ...memory, state: 'other' };
    expect(await refusalCodeOf(connector.finish(connection, other, answer))).toBe('state_mismatch');
    expect(await finish()).toMatchObject({ subject: '4711' });
  });

  test('when the connection’s token address has changed since', async () => {
    const { memory, answer } = await signIn('ada');
    const changed = connectionTo({ tokenUrl: 'https://evil.example.com/token' });
    expect(await refusalCodeOf(connector.finish(changed, memory, answer))).toBe('state_mismatch');
  });

  test('with a wrong secret', async () => {
    expect(await refusalCodeOf((await signIn('ada', { clientSecret: 'old' })).finish())).toBe('token_refused');
  });

  test('when the provider refused', async () => {
    expect(await refusalCodeOf((await signIn('nobody')).finish())).toBe('provider_refused');
  });

  test('from another issuer, or from none where one is expected (mix-up)', async () => {
    await restart({ issuer: 'https://evil.example.com' });
    expect(await refusalCodeOf((await signIn('ada', { issuer: provider.origin })).finish())).toBe('issuer_mismatch');
    await restart();
    expect(await refusalCodeOf((await signIn('ada', { issuer: provider.origin })).finish())).toBe('issuer_mismatch');
    await restart({ issuer: 'https://github.example.com' });
    expect(await refusalCodeOf((await signIn('ada', { issuer: 'https://github.example.com' })).finish())).toContain(
      'granted',
    );
    expect(await refusalCodeOf((await signIn('ada', { issuer: null })).finish())).toContain('granted');
  });
});

describe('what a provider’s server may do to us', () => {
  test.each(['http://169.254.169.254/latest/meta-data/', 'http://0.0.0.0/', 'http://[fe80::1]/', 'file:///etc/passwd'])(
    'the user-info address %s is never asked',
    async (userInfoUrl) => {
      expect(await refusalCodeOf((await signIn('ada', { userInfoUrl })).finish())).toBe('address_refused');
    },
  );

  test('a user-info answer that is a page, a list or a refusal is none', async () => {
    for (const userInfoUrl of [
      `${provider.origin}/authorize?client_id=latchkey`,
      provider.emailsUrl,
      `${provider.origin}/x`,
    ]) {
      const { finish } = await signIn('ada', { userInfoUrl });
      expect(await refusalCodeOf(finish())).toBe('provider_answer_refused');
    }
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'https://user:secret@example.com/', '//example.com/'])(
    'a browser is never sent to %s',
    async (authorizationUrl) => {
      const begun = connector.begin(connectionTo({ authorizationUrl }), { callbackUrl: CALLBACK });
      expect(await refusalCodeOf(begun)).toBe('address_refused');
    },
  );
});
