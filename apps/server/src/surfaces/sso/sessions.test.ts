import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SsoWorld, startSsoWorld } from '../../testing/sso-world.ts';
import { ADMIN } from '../../testing/test-server.ts';

let world: SsoWorld;

beforeEach(async () => {
  world = await startSsoWorld();
  world.people.ada = { id: 7, email: 'ada@example.com', email_verified: true };
});

afterEach(() => world[Symbol.asyncDispose]());

const isSignedIn = async (browser: ReturnType<SsoWorld['server']['browser']>) =>
  (await browser.send('POST', '/console/api/refresh-token')).statusCode === 200;

async function signIn(id: string) {
  const browser = world.server.browser();
  await world.walk(browser, `/sso/${id}/login`, 'ada');
  expect(await isSignedIn(browser)).toBe(true);
  return browser;
}

describe('a session from a provider', () => {
  test('ends when the provider has to be asked again', async () => {
    const { id } = await world.connectOAuth2({ session_seconds: 3600 });
    await world.setPolicy({ sso: true, create_personal_spaces: true });
    const browser = await signIn(id);

    world.server.advance(3599);
    expect(await isSignedIn(browser)).toBe(true);
    world.server.advance(1);
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('ends with its connection, and with its identity', async () => {
    const { id } = await world.connectOAuth2();
    await world.setPolicy({ sso: true, create_personal_spaces: true });
    const [one, other] = [await signIn(id), await signIn(id)];
    const { id: accountId } = (await one.send('GET', '/console/api/account/profile')).json();
    const [identity] = (await one.send('GET', '/console/api/account/identities')).json().data;
    const unlink = () => world.admin.send('DELETE', `/admin-api/v1/accounts/${accountId}/identities/${identity.id}`);
    expect((await unlink()).json().code).toBe('last_way_in');
    await world.setPolicy({ email_code: true });

    expect((await one.send('DELETE', `/console/api/account/identities/${identity.id}`)).statusCode).toBe(200);

    expect(await isSignedIn(one)).toBe(true);
    expect(await isSignedIn(other)).toBe(false);
    const third = world.server.browser();
    expect((await world.walk(third, `/sso/${id}/login`, 'ada')).headers.location).toContain('/signin/link');

    expect((await world.admin.send('DELETE', `/admin-api/v1/sso-connections/${id}`)).statusCode).toBe(200);
    expect((await world.admin.send('GET', '/admin-api/v1/sso-connections')).json().data).toEqual([]);
  });

  test('ends when the provider says so, by a token that holds once', async () => {
    const { id } = await world.connectOidc();
    await world.setPolicy({ sso: true, create_personal_spaces: true });
    const [one, other] = [await signIn(id), await signIn(id)];
    const announce = (token: string) =>
      world.server.app.inject({
        method: 'POST',
        url: `/sso/${id}/back-channel-logout`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ logout_token: token }).toString(),
      });
    expect((await announce('forged')).statusCode).toBe(400);
    expect(await isSignedIn(one)).toBe(true);

    const token = await world.logoutToken(id, 'ada');
    expect((await announce(token)).statusCode).toBe(200);

    expect(await isSignedIn(one)).toBe(false);
    expect(await isSignedIn(other)).toBe(false);
    expect((await announce(token)).statusCode).toBe(400);
  });

  test('leads to the provider’s own way out, where the connection wants that', async () => {
    const { id } = await world.connectOidc({ signs_out_at_provider: true });
    await world.setPolicy({ sso: true, create_personal_spaces: true });
    const browser = await signIn(id);
    const answer = (await browser.send('POST', '/console/api/logout')).json();
    expect(answer).toMatchObject({ result: 'success', provider_sign_out_url: expect.stringContaining('/session/end') });

    const ann = world.server.browser();
    await ann.signIn(ADMIN.email, ADMIN.password);
    expect((await ann.send('POST', '/console/api/logout')).json()).toEqual({ result: 'success' });
  });
});

test('linking from the account page needs the session that asked, and an identity of nobody else', async () => {
  const { id } = await world.connectOAuth2();
  await world.setPolicy({ sso: true, create_personal_spaces: true });
  const ann = world.server.browser();
  await ann.signIn(ADMIN.email, ADMIN.password);
  const start = async () =>
    (await ann.send('POST', '/console/api/account/identities/link', { connection_id: id })).json().url as string;

  const back = await ann.send('GET', await world.returnFrom(await start(), 'ada'));
  expect(back.headers.location).toBe('/account?identity=linked');

  world.people.bob = { id: 8, email: 'bob@example.com', email_verified: true };
  const bob = world.server.browser();
  await world.walk(bob, `/sso/${id}/login`, 'bob');
  const taken = await ann.send('GET', await world.returnFrom(await start(), 'bob'));
  expect(taken.headers.location).toContain('code=identity_taken');

  const callback = await world.returnFrom(await start(), 'ada');
  await ann.send('POST', '/console/api/logout');
  expect((await ann.send('GET', callback)).headers.location).toContain('code=unauthorized');
});
