import { settleEnforcement } from '@latchkey/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SsoWorld, startSsoWorld } from '../../testing/sso-world.ts';
import { ADMIN } from '../../testing/test-server.ts';

let world: SsoWorld;
let connection: Awaited<ReturnType<SsoWorld['connect']>>;

beforeEach(async () => {
  world = await startSsoWorld({ LATCHKEY_SSO_PROVEN_DOMAINS: 'example.com' });
  world.people.ann = { id: 1, email: ADMIN.email, email_verified: true, groups: ['engineers'] };
  world.people.ada = { id: 2, email: 'ada@example.com', email_verified: true };
  connection = await world.connectOAuth2({ domains: ['example.com'] });
  await world.setPolicy({ sso: true, create_personal_spaces: true });
});

afterEach(() => world[Symbol.asyncDispose]());

const path = () => `/admin-api/v1/sso-connections/${connection.id}`;

/** The round trip of a test, and what the administrator sees at its end. */
async function tested(login = 'ann') {
  const { test_id, url } = (await world.admin.send('POST', `${path()}/tests`)).json();
  const back = await world.walk(world.admin, url, login);
  expect(back.headers.location).toBe(`/admin/sso/${connection.id}/tests/${test_id}`);
  return (await world.admin.send('GET', `${path()}/tests/${test_id}`)).json();
}

const enforce = () => world.setPolicy({ sso_enforced: true, confirm_within_minutes: 30 });
const policy = async () => (await world.admin.send('GET', '/admin-api/v1/sign-in-policy')).json();
const byPassword = () => world.server.browser().signIn(ADMIN.email, ADMIN.password);

describe('the test of a connection', () => {
  test('shows what came back and whose account it would be, and signs nobody in', async () => {
    const sessions = async () => (await world.admin.send('GET', '/admin-api/v1/sign-in-attempts')).json().total;
    const before = await sessions();

    expect(await tested()).toMatchObject({
      outcome: 'succeeded',
      is_stale: false,
      started_by: ADMIN.name,
      claims: { email: ADMIN.email },
      mapped: { subject: '1', email: ADMIN.email, email_verified: true, groups: ['engineers'] },
      decision: { kind: 'links', rule: 'proven_domain', account: { email: ADMIN.email } },
      refusal: null,
    });
    expect((await tested('ada')).decision).toMatchObject({ kind: 'creates', role: 'normal' });
    expect(await sessions()).toBe(before);
    expect((await world.admin.send('GET', '/console/api/account/profile')).statusCode).toBe(401);
    const [{ identity_count }] = (await world.admin.send('GET', '/admin-api/v1/sso-connections')).json().data;
    expect(identity_count).toBe(0);
  });

  test('says why it was refused, and what helps', async () => {
    expect(await tested('nobody at the provider')).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'provider_refused', meaning: expect.any(String), remedy: expect.any(String) },
    });
  });

  test('works while nobody may use the connection yet, and is stale after a change', async () => {
    await world.change(connection, { enabled: false });
    expect((await tested()).outcome).toBe('succeeded');

    const changed = await world.change(connection, { name: 'Renamed', enabled: true });

    expect(changed.last_test).toMatchObject({ outcome: 'succeeded', is_stale: true });
  });

  test('is of no use in another browser', async () => {
    const { url } = (await world.admin.send('POST', `${path()}/tests`)).json();
    const answer = await world.server.browser().send('GET', url);
    expect(answer.headers.location).toContain('code=sso_failed');
  });
});

describe('enforcing single sign-on', () => {
  test('needs a test of the connection as it is now, by whoever enforces', async () => {
    expect((await enforce()).json().code).toBe('sso_test_needed');
    await tested();
    await world.change(connection, { label: 'Changed' });
    expect((await enforce()).json().code).toBe('sso_test_needed');

    await tested();
    expect((await enforce()).statusCode).toBe(200);
  });

  test('takes effect at once, keeps the administration’s door, and warns who would lose their way in', async () => {
    await tested();
    const { version: _, sso_protocol: __, sso_enforcement: ___, ...switches } = await policy();
    const wanted = { ...switches, sso_enforced: true };
    const preview = (await world.admin.send('POST', '/admin-api/v1/sign-in-policy/preview', wanted)).json();
    expect(preview).toMatchObject({ loses: { count: 1 }, warnings: ['own_way'] });

    await enforce();

    expect((await byPassword()).json().code).toBe('forbidden');
    const features = (await world.server.browser().send('GET', '/console/api/system-features')).json();
    expect(features).toMatchObject({ sso_enforced_for_signin: true, sso_enforced_for_signin_protocol: 'oauth2' });
    const door = await world.server.browser().send('POST', '/admin-api/v1/session', ADMIN);
    expect(door.statusCode).toBe(200);
  });

  test('ends by itself when no administrator confirms it, for everybody at once, and is written down once', async () => {
    await tested();
    await enforce();
    await world.walk(world.server.browser(), `/sso/${connection.id}/login`, 'ada');
    world.server.advance(1799);
    expect((await byPassword()).statusCode).toBe(403);

    world.server.advance(1);

    expect((await byPassword()).statusCode).toBe(200);
    await Promise.all(Array.from({ length: 8 }, () => settleEnforcement(world.server.context.platform)));
    expect(await policy()).toMatchObject({ sso: true, sso_enforced: false, sso_enforcement: null });
    const written = (await world.server.context.platform.store.audit.latest(50)).filter(
      ({ action }) => action === 'policy.enforcement_reverted',
    );
    expect(written).toHaveLength(1);
  });

  test('stays once a system administrator has signed in through it', async () => {
    await tested();
    await enforce();
    expect((await policy()).sso_enforcement).toMatchObject({ started_by: ADMIN.name, confirmed_at: null });

    await world.walk(world.server.browser(), `/sso/${connection.id}/login`, 'ann');

    expect((await policy()).sso_enforcement).toMatchObject({ reverts_at: null, confirmed_at: expect.any(String) });
    world.server.advance(3600);
    expect((await byPassword()).statusCode).toBe(403);
  });

  test('keeps the connection that serves it, and its people’s last way in', async () => {
    await tested();
    await enforce();
    const browser = world.server.browser();
    await world.walk(browser, `/sso/${connection.id}/login`, 'ann');

    expect((await world.admin.send('DELETE', path())).json().code).toBe('sso_connection_serves');
    await expect(world.change(connection, { enabled: false })).rejects.toThrow('sso_connection_serves');
    await expect(world.change(connection, { uses: ['administration'] })).rejects.toThrow('sso_connection_serves');
    const [identity] = (await browser.send('GET', '/console/api/account/identities')).json().data;
    expect(identity.can_unlink).toBe(false);
    const unlinked = await browser.send('DELETE', `/console/api/account/identities/${identity.id}`);
    expect(unlinked.json().code).toBe('last_way_in');
  });
});
