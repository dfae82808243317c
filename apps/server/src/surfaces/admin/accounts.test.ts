import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { lastLetter } from '../../testing/last-letter.ts';
import { signInAdministrator } from '../../testing/sign-in-administrator.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

const api = '/admin-api/v1';
const PASSWORD = 'marble fountain 4';

let server: TestServer;
let admin: Browser;
let workspaceId: string;
beforeEach(async () => {
  server = await startSetUpServer();
  admin = await signInAdministrator(server);
  workspaceId = (await admin.send('GET', `${api}/workspaces`)).json().data[0].id;
  server.advance(1);
});
afterEach(() => server.close());

/** Creates a member with a one-time password, which is returned with the id. */
async function create(email: string, role = 'normal'): Promise<{ id: string; one_time_password: string }> {
  const body = { email, name: email.split('@')[0], workspace_id: workspaceId, role };
  const made = await admin.send('POST', `${api}/accounts`, body);
  expect(made.statusCode).toBe(201);
  return made.json();
}

/** The same, signed in with a password of their own. */
async function createSignedIn(email: string, role?: string): Promise<{ id: string; browser: Browser }> {
  const { id, one_time_password } = await create(email, role);
  const browser = server.browser();
  await browser.signIn(email, one_time_password);
  const set = await browser.send('POST', '/console/api/unfinished-sign-in/password', { new_password: PASSWORD });
  expect(set.json()).toMatchObject({ result: 'success' });
  return { id, browser };
}

async function makeOneTimePassword(id: string): Promise<{ reset: string }> {
  const made = await admin.send('POST', `${api}/accounts/${id}/password-reset`, { kind: 'one_time_password' });
  return { reset: made.json().one_time_password };
}

const profile = (browser: Browser) => browser.send('GET', '/console/api/account/profile');
const detail = async (id: string) => (await admin.send('GET', `${api}/accounts/${id}`)).json();

describe('an account that an administrator creates', () => {
  test('has a one-time password that must be changed at the first sign-in', async () => {
    const { id, one_time_password } = await create('bob@example.com');
    const bob = server.browser();

    const signedIn = await bob.signIn('bob@example.com', one_time_password);

    expect(signedIn.json()).toMatchObject({ result: 'fail' });
    expect((await profile(bob)).statusCode).toBe(401);
    expect((await bob.send('GET', '/console/api/unfinished-sign-in')).json()).toMatchObject({ step: 'new_password' });
    expect(await detail(id)).toMatchObject({ must_change_password: true, workspaces: [{ role: 'normal' }] });
    const set = await bob.send('POST', '/console/api/unfinished-sign-in/password', { new_password: PASSWORD });
    expect(set.json()).toEqual({ result: 'success' });
    expect((await profile(bob)).json().email).toBe('bob@example.com');
    expect((await server.browser().signIn('bob@example.com', one_time_password)).statusCode).toBe(401);
  });

  test('has a one-time password that lets nobody in after 72 hours, and says so only to whoever knows it', async () => {
    const { id, one_time_password } = await create('bob@example.com');
    const { reset } = await makeOneTimePassword(id);
    server.advance(72 * 3600 - 1);
    expect((await server.browser().signIn('bob@example.com', reset)).json()).toMatchObject({ result: 'fail' });

    server.advance(1);

    const late = await server.browser().signIn('bob@example.com', reset);
    expect([late.statusCode, late.json().code]).toEqual([401, 'one_time_password_expired']);
    const old = await server.browser().signIn('bob@example.com', one_time_password);
    expect(old.json().code).toBe('authentication_failed');
    admin = await signInAdministrator(server);
    const reference = String(late.headers['x-request-id']);
    const attempt = (await admin.send('GET', `${api}/sign-in-attempts/${reference}`)).json();
    expect(attempt).toMatchObject({ rule: 'one_time_password_expired' });
    expect((await makeOneTimePassword(id)).reset).not.toBe(reset);
  });

  test('is refused for an address that is taken, and for a workspace that is not there', async () => {
    const taken = await admin.send('POST', `${api}/accounts`, { email: ADMIN.email, name: 'Ann' });
    expect([taken.statusCode, taken.json().code]).toEqual([400, 'email_already_in_use']);
    const body = { email: 'bob@example.com', name: 'Bob', workspace_id: '01990000-0000-7000-8000-000000000000' };
    expect((await admin.send('POST', `${api}/accounts`, body)).json().code).toBe('workspace_not_found');
    expect(await server.context.platform.store.accounts.findByEmail('bob@example.com')).toBeUndefined();
  });
});

describe('after a break-in', () => {
  test('everybody is signed out of everything, but the administrator who says so', async () => {
    const { browser } = await createSignedIn('bob@example.com');
    const other = await signInAdministrator(server);
    const { store } = server.context.platform;

    expect((await admin.send('DELETE', `${api}/sessions`)).json()).toEqual({ browsers: 1, terminals: 0 });

    expect((await profile(browser)).statusCode).toBe(401);
    expect((await browser.send('POST', '/console/api/refresh-token')).statusCode).toBe(401);
    expect((await other.send('GET', `${api}/overview`)).statusCode).toBe(401);
    expect((await admin.send('DELETE', `${api}/sessions`)).json()).toEqual({ browsers: 0, terminals: 0 });
    const entries = await store.audit.list({ action: 'instance.sessions_ended' }, { limit: 2 });
    expect(entries.map(({ entry }) => entry.details)).toEqual([
      { browsers: 0, terminals: 0 },
      { browsers: 1, terminals: 0 },
    ]);
  });
});

describe('banning', () => {
  test('refuses the account from the next request on, in browsers and at the door, until it is lifted', async () => {
    const { id, browser } = await createSignedIn('bob@example.com');

    expect((await admin.send('POST', `${api}/accounts/${id}/ban`)).json()).toEqual({
      result: 'success',
      sessions_ended: 1,
    });

    expect((await profile(browser)).statusCode).toBe(401);
    expect((await server.browser().signIn('bob@example.com', PASSWORD)).json().code).toBe('account_banned');
    expect((await admin.send('POST', `${api}/accounts/${id}/ban`)).json().code).toBe('wrong_account_status');
    await admin.send('POST', `${api}/accounts/${id}/unban`);
    expect((await server.browser().signIn('bob@example.com', PASSWORD)).json()).toEqual({ result: 'success' });
  });

  test('never takes the last administrator', async () => {
    const ann = await server.context.platform.store.accounts.findByEmail(ADMIN.email);

    const refused = await admin.send('POST', `${api}/accounts/${ann?.id}/ban`);

    expect([refused.statusCode, refused.json().code]).toEqual([409, 'last_administrator']);
    expect((await admin.send('DELETE', `${api}/accounts/${ann?.id}`, {})).json().code).toBe('last_administrator');
    expect((await admin.send('POST', `${api}/accounts/${ann?.id}/close`, {})).json().code).toBe('last_administrator');
    expect((await admin.send('DELETE', `${api}/administrators/${ann?.id}`)).json().code).toBe('last_administrator');
  });

  test('of many says of each that stayed as it was why', async () => {
    const [{ id: bob }, { id: carol }] = [await create('bob@example.com'), await create('carol@example.com')];
    const ann = await server.context.platform.store.accounts.findByEmail(ADMIN.email);

    const response = await admin.send('POST', `${api}/accounts/bulk`, {
      action: 'ban',
      account_ids: [bob, carol, ann?.id],
    });

    expect(response.json()).toMatchObject({
      changed: 2,
      refused: [{ account_id: ann?.id, code: 'last_administrator' }],
    });
  });
});

describe('a reset that an administrator starts', () => {
  test('by link sends a letter whose reader chooses the password; the administrator is never told', async () => {
    const { id, browser } = await createSignedIn('bob@example.com');

    const started = await admin.send('POST', `${api}/accounts/${id}/password-reset`, { kind: 'link' });

    expect(started.json()).toEqual({ one_time_password: null });
    expect((await profile(browser)).statusCode).toBe(200);
    const { link } = await lastLetter(server, 'password_reset_link', 'bob@example.com');
    const token = new URL(link).hash.slice(1);
    const reader = server.browser();
    expect((await reader.send('POST', '/console/api/password-link', { token })).json()).toEqual({
      email: 'bob@example.com',
    });
    const set = { token, new_password: 'violet harbour' };
    expect((await reader.send('POST', '/console/api/password-link/password', set)).json()).toEqual({
      result: 'success',
    });
    expect((await reader.send('POST', '/console/api/password-link/password', set)).json().code).toBe(
      'invalid_or_expired_token',
    );
    expect((await profile(browser)).statusCode).toBe(401);
    expect((await server.browser().signIn('bob@example.com', 'violet harbour')).json()).toEqual({ result: 'success' });
  });

  test('by a one-time password ends every session and lifts the lock', async () => {
    const { id, browser } = await createSignedIn('bob@example.com');
    for (let n = 0; n < 7; n += 1) await server.browser().signIn('bob@example.com', 'wrong');
    expect((await detail(id)).locks).toHaveLength(1);

    const started = await admin.send('POST', `${api}/accounts/${id}/password-reset`, { kind: 'one_time_password' });

    expect((await profile(browser)).statusCode).toBe(401);
    expect((await detail(id)).locks).toEqual([]);
    const { one_time_password } = started.json();
    expect((await server.browser().signIn('bob@example.com', one_time_password)).json()).toMatchObject({
      result: 'fail',
    });
  });
});

test('a lock is lifted by an administrator', async () => {
  const { id } = await createSignedIn('bob@example.com');
  for (let n = 0; n < 7; n += 1) await server.browser().signIn('bob@example.com', 'wrong');
  expect((await server.browser().signIn('bob@example.com', PASSWORD)).statusCode).toBe(429);

  await admin.send('POST', `${api}/accounts/${id}/lift-lock`);

  expect((await server.browser().signIn('bob@example.com', PASSWORD)).json()).toEqual({ result: 'success' });
});

describe('somebody who leaves', () => {
  test('hands what they own over: to whom is named, else to the next in rank', async () => {
    const { id: bob } = await createSignedIn('bob@example.com', 'admin');
    const { id: carol } = await createSignedIn('carol@example.com', 'editor');
    await admin.send('PUT', `${api}/workspaces/${workspaceId}/members/${bob}`, { role: 'owner' });

    await admin.send('DELETE', `${api}/accounts/${bob}`, { heirs: [{ workspace_id: workspaceId, account_id: carol }] });

    const { owner, members } = (await admin.send('GET', `${api}/workspaces/${workspaceId}`)).json();
    expect(owner.email).toBe('carol@example.com');
    expect(members.data.map(({ email }: { email: string }) => email)).not.toContain('bob@example.com');
  });

  test('closed, stays known and never signs in again', async () => {
    const { id, browser } = await createSignedIn('bob@example.com');

    await admin.send('POST', `${api}/accounts/${id}/close`, {});

    expect((await profile(browser)).statusCode).toBe(401);
    expect((await server.browser().signIn('bob@example.com', PASSWORD)).json().code).toBe('authentication_failed');
    expect(await detail(id)).toMatchObject({ status: 'closed', workspaces: [] });
  });
});

describe('the list of members', () => {
  beforeEach(async () => {
    await create('bob@example.com');
    await create('carol_x@example.com');
  });

  const names = async (query: string): Promise<string[]> =>
    (await admin.send('GET', `${api}/accounts?${query}`)).json().data.map(({ name }: { name: string }) => name);

  test('is searched, sorted and paged', async () => {
    expect(await names('')).toEqual(['Ann', 'bob', 'carol_x']);
    expect(await names('q=CAROL')).toEqual(['carol_x']);
    expect(await names('q=_')).toEqual(['carol_x']);
    expect(await names('q=%25')).toEqual([]);
    expect(await names('sort=email&order=desc')).toEqual(['carol_x', 'bob', 'Ann']);
    expect(await names('limit=2&page=2')).toEqual(['carol_x']);
    expect(await names('status=banned')).toEqual([]);
    expect(await names(`workspace_id=${workspaceId}`)).toHaveLength(3);
    const page = (await admin.send('GET', `${api}/accounts?limit=2`)).json();
    expect(page).toMatchObject({ page: 1, limit: 2, total: 3, has_more: true });
  });

  test('is carried away as CSV', async () => {
    const response = await admin.send('GET', `${api}/accounts.csv?q=bob`);

    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(response.headers['content-disposition']).toBe('attachment; filename="latchkey-members-2026-11-20.csv"');
    const [head, row] = response.body.split('\r\n');
    expect(head).toBe('id,email,name,status,workspace_count,last_sign_in_at,created_at');
    expect(row).toContain(',bob@example.com,bob,active,1,,');
  });

  test('refuses a page or an order that does not exist, with the place that is wrong', async () => {
    const response = await admin.send('GET', `${api}/accounts?page=0&sort=colour`);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      code: 'invalid_param',
      errors: [{ pointer: '#/sort' }, { pointer: '#/page' }],
    });
  });
});
