import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SsoWorld, startSsoWorld } from '../../testing/sso-world.ts';
import { ADMIN } from '../../testing/test-server.ts';

let world: SsoWorld;

beforeEach(async () => {
  world = await startSsoWorld();
  Object.assign(world.people, {
    ada: { id: 7, email: 'ada@example.com', email_verified: true, name: 'Ada Lovelace', groups: ['engineers'] },
    bob: { id: 8, email: 'bob@example.com', email_verified: false },
    ann: { id: 9, email: ADMIN.email, email_verified: true },
  });
});

afterEach(() => world[Symbol.asyncDispose]());

const attempts = async () =>
  (await world.admin.send('GET', '/admin-api/v1/sign-in-attempts')).json().data as Record<string, unknown>[];

describe.each(['connectOidc', 'connectOAuth2'] as const)('signing in through a provider (%s)', (connect) => {
  test('makes an account where they may begin, and knows it again', async () => {
    const { id } = await world[connect]();
    await world.setPolicy({ sso: true, create_personal_spaces: true });
    const browser = world.server.browser();

    const first = await world.walk(browser, `/sso/${id}/login?redirect_url=/device`, 'ada');

    expect([first.statusCode, first.headers.location]).toEqual([303, '/device']);
    const profile = (await browser.send('GET', '/console/api/account/profile')).json();
    expect(profile).toMatchObject({ email: 'ada@example.com', name: 'Ada Lovelace' });
    const again = world.server.browser();
    await world.walk(again, `/sso/${id}/login`, 'ada');
    expect((await again.send('GET', '/console/api/account/profile')).json().id).toBe(profile.id);
  });
});

test('an account begins in the language of the browser', async () => {
  const { id } = await world.connectOidc();
  await world.setPolicy({ sso: true, create_personal_spaces: true });
  const browser = world.server.browser();

  const answer = await world.answerFrom(browser, `/sso/${id}/login`, 'ada');
  await browser.send('GET', answer, undefined, { 'accept-language': 'fr, ja;q=0.8, en;q=0.5' });

  const profile = (await browser.send('GET', '/console/api/account/profile')).json();
  expect(profile).toMatchObject({ interface_language: 'ja-JP', timezone: 'Asia/Tokyo' });
});

test('without a workspace waits, as everybody does', async () => {
  const { id } = await world.connectOidc();
  await world.setPolicy({ sso: true });

  const answer = await world.walk(world.server.browser(), `/sso/${id}/login`, 'ada');

  expect(answer.headers.location).toBe('/signin/unfinished');
});

test('an account with the same address is not linked by that, but once its owner has proven it', async () => {
  const { id } = await world.connectOidc();
  await world.setPolicy({ sso: true });
  const browser = world.server.browser();

  const answer = await world.walk(browser, `/sso/${id}/login`, 'ann');
  expect(answer.headers.location).toBe('/signin/link?redirect_url=%2F');
  expect((await browser.send('GET', '/console/api/sso/pending-link')).json()).toMatchObject({
    email: ADMIN.email,
    account: null,
  });
  await browser.signIn(ADMIN.email, ADMIN.password);
  expect((await browser.send('POST', '/console/api/sso/pending-link')).statusCode).toBe(200);

  const later = world.server.browser();
  await world.walk(later, `/sso/${id}/login`, 'ann');
  expect((await later.send('GET', '/console/api/account/profile')).json().email).toBe(ADMIN.email);
  expect((await attempts())[0]).toMatchObject({ method: 'sso', email: ADMIN.email });
});

test('an account with the same address is linked at once where its domain is proven', async () => {
  await world[Symbol.asyncDispose]();
  world = await startSsoWorld({ LATCHKEY_SSO_PROVEN_DOMAINS: 'example.com' });
  world.people.ann = { email: ADMIN.email, email_verified: true };
  world.people.bob = { email: ADMIN.email, email_verified: false };
  const { id, domains } = await world.connectOidc({ domains: ['Example.com'] });
  expect(domains).toMatchObject([{ domain: 'example.com', proof: 'operator' }]);
  await world.setPolicy({ sso: true });

  const unverified = await world.walk(world.server.browser(), `/sso/${id}/login`, 'bob');
  expect(unverified.headers.location).toContain('/signin/link');

  const browser = world.server.browser();
  await world.walk(browser, `/sso/${id}/login`, 'ann');
  expect((await browser.send('GET', '/console/api/account/profile')).json().email).toBe(ADMIN.email);
  expect((await browser.send('GET', '/console/api/account/identities')).json().data).toMatchObject([
    { subject: 'ann', can_unlink: true },
  ]);
});

test('an invited person becomes the account that was invited, with its place', async () => {
  const { id } = await world.connectOidc({ account_creation: NO_ACCOUNTS });
  await world.setPolicy({ sso: true });
  const ann = world.server.browser();
  await ann.signIn(ADMIN.email, ADMIN.password);
  const invited = { emails: ['ada@example.com'], role: 'editor', language: 'en-US' };
  expect((await ann.send('POST', '/console/api/workspaces/current/members/invite-email', invited)).statusCode).toBe(
    201,
  );

  const browser = world.server.browser();
  const answer = await world.walk(browser, `/sso/${id}/login`, 'ada');

  expect(answer.headers.location).toBe('/');
  expect((await browser.send('GET', '/console/api/workspaces/current')).json().role).toBe('editor');
  const [identity] = (await browser.send('GET', '/console/api/account/identities')).json().data;
  const accountId = (await browser.send('GET', '/console/api/account/profile')).json().id;
  const shown = (await world.admin.send('GET', `/admin-api/v1/accounts/${accountId}/identities`)).json().data;
  expect(shown).toMatchObject([{ id: identity.id, rule: 'invitation', protocol: 'oidc' }]);
});

test('groups of the provider say as what somebody begins', async () => {
  const workspace = (await world.admin.send('GET', '/admin-api/v1/workspaces')).json().data[0];
  const { id } = await world.connectOidc({
    account_creation: {
      enabled: true,
      domains: ['example.com'],
      workspace_id: workspace.id,
      role: 'normal',
      group_roles: [{ group: 'engineers', role: 'admin' }],
    },
  });
  await world.setPolicy({ sso: true });
  const browser = world.server.browser();

  await world.walk(browser, `/sso/${id}/login`, 'ada');

  const current = (await browser.send('GET', '/console/api/workspaces/current')).json();
  expect(current).toMatchObject({ id: workspace.id, role: 'admin' });
});

test('the sign-in page finds a provider by the domain, whoever has the address', async () => {
  const { id } = await world.connectOidc({ domains: ['example.com'] });
  const options = async (email: string) =>
    (await world.server.browser().send('GET', `/console/api/sso/options?email=${encodeURIComponent(email)}`)).json();
  expect(await options(ADMIN.email)).toEqual({ buttons: [], home: null, leads_by_domain: false });
  await world.setPolicy({ sso: true });

  const known = await options(ADMIN.email);
  const unknown = await options('nobody@EXAMPLE.com');

  expect(known.home.url).toBe(`/sso/${id}/login?for=workspace&email=${encodeURIComponent(ADMIN.email)}`);
  expect(unknown.home.url).toBe(`/sso/${id}/login?for=workspace&email=nobody%40EXAMPLE.com`);
  expect({ ...unknown.home, url: '' }).toEqual({ ...known.home, url: '' });
  expect((await options('nobody@elsewhere.com')).home).toBeNull();
  expect(known.buttons).toMatchObject([{ connection_id: id, protocol: 'oidc' }]);
});

test('Dify’s clients are told where to go, and its switch says so', async () => {
  await world.connectOAuth2();
  await world.setPolicy({ sso: true });
  const browser = world.server.browser();

  const answer = (await browser.send('GET', '/console/api/enterprise/sso/oauth2/login')).json();

  expect(new URL(answer.url).searchParams.get('state')).toBe(answer.state);
  expect((await browser.send('GET', '/console/api/enterprise/sso/saml/login')).json().code).toBe('no_sso_connection');
  expect((await browser.send('GET', '/console/api/system-features')).json()).toMatchObject({
    sso_enforced_for_signin: false,
    sso_enforced_for_signin_protocol: 'oauth2',
  });
});

test('the administration opens to its administrators, by its own button', async () => {
  const { id } = await world.connectOidc({ uses: ['administration'], account_creation: NO_ACCOUNTS });
  const ann = world.server.browser();
  const start = `/sso/${id}/login?for=administration`;
  expect((await world.walk(ann, start, 'ann')).headers.location).toContain('/admin/signin?');

  const { store, clock, secrets } = world.server.context.platform;
  const account = await store.accounts.findByEmail(ADMIN.email);
  if (account === undefined) throw new Error('Ann is missing');
  const linked = { connectionId: id, subject: 'ann', accountId: account.id, email: null, name: null };
  const identity = { ...linked, id: secrets.newId(), rule: 'created', createdAt: clock(), lastUsedAt: null };
  await store.identities.add(identity as Parameters<typeof store.identities.add>[0]);

  expect((await world.walk(ann, start, 'ann')).headers.location).toBe('/admin');
  const session = await ann.send('GET', '/admin-api/v1/session', undefined, { 'x-latchkey-admin': '1' });
  expect(session.json()).toMatchObject({ email: ADMIN.email });
});

const NO_ACCOUNTS = { enabled: false, domains: [], workspace_id: null, role: 'normal', group_roles: [] };
