import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { joinWorkspace, MEMBER_PASSWORD } from '../testing/join-workspace.ts';
import { lastLetter } from '../testing/last-letter.ts';
import { setPolicy } from '../testing/set-policy.ts';
import { signInAdministrator } from '../testing/sign-in-administrator.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../testing/test-server.ts';

// What people who run or use such a server have reported elsewhere; each title says what went wrong for them.
const BOB = 'bob@example.com';
const here = '/console/api/workspaces/current';

let server: TestServer;
let ann: Browser;
let admin: Browser;
beforeEach(async () => {
  server = await startSetUpServer();
  ann = server.browser();
  await ann.signIn(ADMIN.email, ADMIN.password);
  admin = await signInAdministrator(server);
  server.advance(1); // what happens in one instant has no order
});
afterEach(() => server.close());

const bobsAccount = () => server.context.platform.store.accounts.findByEmail(BOB);
const invite = async () =>
  (await ann.send('POST', `${here}/members/invite-email`, { emails: [BOB], role: 'normal' })).json();
const act = async (verb: string) =>
  admin.send('POST', `/admin-api/v1/accounts/${(await bobsAccount())?.id}/${verb}`, {});
const proof = async () => new URL((await lastLetter(server, 'invitation', BOB)).link).hash.slice(1);

/** Another workspace of Ann's, which becomes her current one. */
async function openLab(): Promise<string> {
  const { id } = (
    await admin.send('POST', '/admin-api/v1/workspaces', { name: 'Lab', owner_email: ADMIN.email })
  ).json();
  await ann.send('POST', '/console/api/workspaces/switch', { tenant_id: id });
  return id;
}

describe('somebody who was removed', () => {
  test('went on working in the workspace until the session ended', async () => {
    const bob = await joinWorkspace(server, ann, BOB);

    await ann.send('DELETE', `${here}/members/${(await bobsAccount())?.id}`);

    expect((await bob.send('GET', `${here}/members`)).statusCode).toBe(401);
    expect((await server.browser().signIn(BOB, MEMBER_PASSWORD)).json()).toMatchObject({ result: 'fail' });
  });

  test('went on signing in to a space of their own, though they had left the organisation', async () => {
    await setPolicy(server, { personalSpaces: true });
    const bob = await joinWorkspace(server, ann, BOB);

    await act('close');

    expect((await bob.send('GET', '/console/api/workspaces')).statusCode).toBe(401);
    expect((await server.browser().signIn(BOB, MEMBER_PASSWORD)).statusCode).toBe(401);
  });

  test('came back by the letter of the invitation that had once brought them in', async () => {
    await joinWorkspace(server, ann, BOB);
    const token = await proof();
    await ann.send('DELETE', `${here}/members/${(await bobsAccount())?.id}`);

    const body = { token, name: 'Bob', interface_language: 'en-US', timezone: 'UTC', password: MEMBER_PASSWORD };
    expect((await server.browser().send('POST', '/console/api/activate', body)).json().code).toBe('already_activate');
  });

  test('before they ever came, still got in by a letter that nobody had taken back', async () => {
    await invite();
    await openLab();
    server.advance(1);
    await invite();
    const token = await proof();
    await ann.send('DELETE', `${here}/members/${(await bobsAccount())?.id}`);

    const { is_valid } = (await ann.send('GET', `/console/api/activate/check?token=${token}`)).json();
    const body = { token, name: 'Bob', interface_language: 'en-US', timezone: 'UTC', password: MEMBER_PASSWORD };
    const answer = await server.browser().send('POST', '/console/api/activate', body);

    expect([is_valid, answer.json().code]).toEqual([false, 'already_activate']);
  });
});

describe('an account', () => {
  test('that nobody ever used stayed behind when its invitation was taken back', async () => {
    await invite();
    const [{ id }] = (await ann.send('GET', `${here}/invitations`)).json().data;

    await ann.send('DELETE', `${here}/invitations/${id}`);

    expect(await bobsAccount()).toBeUndefined();
  });

  test('that nobody ever used stayed behind when its place was taken away, or its workspace deleted', async () => {
    await invite();
    await ann.send('DELETE', `${here}/members/${(await bobsAccount())?.id}`);
    expect(await bobsAccount()).toBeUndefined();

    const lab = await openLab();
    await invite();
    await admin.send('DELETE', `/admin-api/v1/workspaces/${lab}`, { name: 'Lab' });
    expect(await bobsAccount()).toBeUndefined();
  });

  test('that was closed came back to life by an invitation', async () => {
    await joinWorkspace(server, ann, BOB);
    await act('close');

    expect((await invite()).invitation_results).toMatchObject([{ status: 'failed' }]);
    expect((await server.browser().signIn(BOB, MEMBER_PASSWORD)).statusCode).toBe(401);
  });

  test('that was closed came back to life by a forgotten password, a code or a registration', async () => {
    await setPolicy(server, { emailCode: true, registration: true, personalSpaces: true });
    await joinWorkspace(server, ann, BOB);
    await act('close');
    const { outbox } = server.context.platform.store;
    const before = await outbox.countByStatus();

    for (const path of ['forgot-password', 'email-code-login', 'email-register/send-email'])
      expect((await server.browser().send('POST', `/console/api/${path}`, { email: BOB })).statusCode).toBe(200);

    expect((await outbox.countByStatus()).waiting).toBe(before.waiting + 3);
    for (const kind of ['sign_in_code', 'password_reset_code', 'registration_code'] as const)
      await expect(lastLetter(server, kind, BOB)).rejects.toThrow('no letter');
  });

  test('that was banned before it was ever used became active when the ban was lifted', async () => {
    await invite();
    await act('ban');

    await act('unban');

    expect((await bobsAccount())?.status).toBe('pending');
  });

  test('that was banned kept its terminals', async () => {
    const bob = await joinWorkspace(server, ann, BOB);
    const asked = { client_id: 'difyctl', device_label: 'vm' };
    const { user_code, device_code } = (await bob.send('POST', '/openapi/v1/oauth/device/code', asked)).json();
    await bob.send('POST', '/openapi/v1/oauth/device/approve', { user_code });
    const collecting = { client_id: 'difyctl', device_code };
    const { token } = (await bob.send('POST', '/openapi/v1/oauth/device/token', collecting)).json();
    const ask = () => bob.send('GET', '/openapi/v1/account', undefined, { authorization: `Bearer ${token}` });
    expect((await ask()).statusCode).toBe(200);

    await act('ban');

    expect((await ask()).statusCode).toBe(401);
  });
});
