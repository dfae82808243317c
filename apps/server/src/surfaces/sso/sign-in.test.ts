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
