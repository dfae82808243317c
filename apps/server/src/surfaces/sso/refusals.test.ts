import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SsoWorld, startSsoWorld } from '../../testing/sso-world.ts';
import { ADMIN } from '../../testing/test-server.ts';

let world: SsoWorld;
let id: string;

beforeEach(async () => {
  world = await startSsoWorld();
  Object.assign(world.people, {
    ada: { id: 7, email: 'ada@example.com', email_verified: true },
    stranger: { id: 8, email: 'stranger@elsewhere.com', email_verified: true },
    nameless: { id: 9, email: ADMIN.email },
  });
  const creation = { enabled: true, domains: ['example.com'], workspace_id: null, role: 'normal', group_roles: [] };
  ({ id } = await world.connectOAuth2({ account_creation: creation }));
  await world.setPolicy({ sso: true, create_personal_spaces: true });
});

afterEach(() => world[Symbol.asyncDispose]());

/** Where a refused person is led, and what the administrator reads under their reference. */
async function refusal(location: string | string[] | undefined) {
  const url = new URL(String(location), 'http://id.example.test');
  const reference = url.searchParams.get('reference') ?? '';
  const found = await world.admin.send('GET', `/admin-api/v1/sign-in-attempts?reference=${reference}`);
  return { path: url.pathname, code: url.searchParams.get('code'), attempt: found.json().data?.[0] ?? found.json() };
}

const isSignedIn = async (browser: ReturnType<SsoWorld['server']['browser']>) =>
  (await browser.send('GET', '/console/api/account/profile')).statusCode === 200;

describe('an answer', () => {
  test('that another browser started is refused there, and still good where it was asked for', async () => {
    const [victim, attacker] = [world.server.browser(), world.server.browser()];
    const callback = await world.answerFrom(attacker, `/sso/${id}/login`, 'ada');
    await victim.send('GET', `/sso/${id}/login`);

    const { path, code, attempt } = await refusal((await victim.send('GET', callback)).headers.location);

    expect([path, code]).toEqual(['/signin', 'sso_failed']);
    expect(attempt).toMatchObject({ rule: 'sso_refused', details: { code: 'state_mismatch' } });
    expect(await isSignedIn(victim)).toBe(false);
    await attacker.send('GET', callback);
    expect(await isSignedIn(attacker)).toBe(true);
  });

  test('works once', async () => {
    const browser = world.server.browser();
    const callback = await world.answerFrom(browser, `/sso/${id}/login`, 'ada');
    await browser.send('GET', callback);

    const { code } = await refusal((await browser.send('GET', callback)).headers.location);

    expect(code).toBe('sso_failed');
  });

  test('with a state that nobody gave out is refused', async () => {
    const browser = world.server.browser();
    await browser.send('GET', `/sso/${id}/login`);
    const forged = await browser.send('GET', `/sso/${id}/callback?code=x&state=${'x'.repeat(43)}`);
    expect((await refusal(forged.headers.location)).attempt.details.code).toBe('state_mismatch');
  });

  test('for another connection is refused', async () => {
    const other = await world.connectOAuth2({ name: 'Another', domains: [] });
    const browser = world.server.browser();
    const callback = await world.answerFrom(browser, `/sso/${id}/login`, 'ada');

    const answer = await browser.send('GET', callback.replace(id, other.id));

    expect((await refusal(answer.headers.location)).attempt.details.code).toBe('state_mismatch');
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('that took longer than a quarter of an hour is refused', async () => {
    const browser = world.server.browser();
    const callback = await world.answerFrom(browser, `/sso/${id}/login`, 'ada');
    world.server.advance(901);
    expect((await refusal((await browser.send('GET', callback)).headers.location)).code).toBe('sso_failed');
  });

  test('to a connection that was switched off meanwhile is refused, and says so to the administrator', async () => {
    const browser = world.server.browser();
    const callback = await world.answerFrom(browser, `/sso/${id}/login`, 'ada');
    await world.setPolicy({ sso: false });
    expect((await refusal((await browser.send('GET', callback)).headers.location)).code).toBe('forbidden');

    await world.setPolicy({ sso: true });
    const second = await world.answerFrom(browser, `/sso/${id}/login`, 'ada');
    await world.change({ id } as Parameters<SsoWorld['change']>[0], { enabled: false });
    const { code, attempt } = await refusal((await browser.send('GET', second)).headers.location);
    expect([code, attempt.rule]).toEqual(['no_sso_connection', 'sso_connection_off']);
  });
});

describe('a person', () => {
  test('without an account where none may begin is refused; the administrator reads what the provider said', async () => {
    const browser = world.server.browser();

    const answer = await world.walk(browser, `/sso/${id}/login`, 'stranger');

    const { path, code, attempt } = await refusal(answer.headers.location);
    expect([path, code]).toEqual(['/signin', 'account_not_found']);
    expect(attempt).toMatchObject({
      method: 'sso',
      email: 'stranger@elsewhere.com',
      rule: 'sso_no_account',
      details: { connection: 'The directory', claims: { email: 'stranger@elsewhere.com', email_verified: true } },
    });
    expect(await isSignedIn(browser)).toBe(false);
  });

  test('whose address nobody vouches for learns nothing of whose it is, and links nothing', async () => {
    const answer = await world.walk(world.server.browser(), `/sso/${id}/login`, 'nameless');
    world.people.unknown = { id: 10, email: 'unknown@elsewhere.com' };
    const other = await world.walk(world.server.browser(), `/sso/${id}/login`, 'unknown');

    expect(answer.headers.location).toBe('/signin/link?redirect_url=%2F');
    expect(other.headers.location).toBe(answer.headers.location);
  });

  test('who was banned since is refused at the next sign-in', async () => {
    const browser = world.server.browser();
    await world.walk(browser, `/sso/${id}/login`, 'ada');
    const { id: accountId } = (await browser.send('GET', '/console/api/account/profile')).json();
    await world.admin.send('POST', `/admin-api/v1/accounts/${accountId}/ban`);

    const answer = await world.walk(world.server.browser(), `/sso/${id}/login`, 'ada');

    expect((await refusal(answer.headers.location)).code).toBe('account_banned');
  });

  test('whom the provider refuses reads that single sign-on did not work', async () => {
    const answer = await world.walk(world.server.browser(), `/sso/${id}/login`, 'somebody else');
    expect((await refusal(answer.headers.location)).attempt.details.code).toBe('provider_refused');
  });
});

describe('the way', () => {
  test('ends at this server only', async () => {
    for (const elsewhere of ['//evil.example', 'https://evil.example', '/\\evil.example', '/sso/x/login']) {
      const browser = world.server.browser();
      const start = `/sso/${id}/login?redirect_url=${encodeURIComponent(elsewhere)}`;
      expect((await world.walk(browser, start, 'ada')).headers.location).toBe('/');
    }
  });

  test('to a provider that is down says so, with a reference', async () => {
    const browser = world.server.browser();
    const callback = await world.answerFrom(browser, `/sso/${id}/login`, 'ada');
    await world.stopProvider();

    const { code, attempt } = await refusal((await browser.send('GET', callback)).headers.location);

    expect([code, attempt.details.code]).toEqual(['sso_failed', 'provider_unreachable']);
  });

  test('to a connection that is not there leads back to the sign-in page', async () => {
    const nowhere = '019a0000-0000-7000-8000-000000000000';
    const answer = await world.server.browser().send('GET', `/sso/${nowhere}/login`);
    expect((await refusal(answer.headers.location)).code).toBe('sso_connection_not_found');
  });

  test('leaves no secret in the log, and none in the database', async () => {
    const browser = world.server.browser();
    const callback = await world.answerFrom(browser, `/sso/${id}/login`, 'ada');
    const code = new URLSearchParams(callback.split('?')[1]).get('code') ?? 'missing';
    await browser.send('GET', callback);

    expect(world.server.log()).not.toContain(code);
    expect(world.server.log()).not.toContain('a secret of the provider');
    const shown = await world.admin.send('GET', '/admin-api/v1/sso-connections');
    expect(shown.body).not.toContain('a secret of the provider');
    expect((await world.admin.send('GET', '/admin-api/v1/audit-entries')).body).not.toContain(
      'a secret of the provider',
    );
  });
});
