import { cutAdministratorLink } from '@latchkey/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setPolicy } from '../../testing/set-policy.ts';
import { signInAdministrator } from '../../testing/sign-in-administrator.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

const api = '/admin-api/v1';

let server: TestServer;
beforeEach(async () => {
  server = await startSetUpServer();
});
afterEach(() => server.close());

async function addMember(email: string): Promise<void> {
  const admin = await signInAdministrator(server);
  const made = await admin.send('POST', `${api}/accounts`, { email, name: 'Bob' });
  const { store, passwordHasher, clock } = server.context.platform;
  const password = { hash: await passwordHasher.hash('marble fountain 4'), isOneTime: false };
  await store.passwords.set(made.json().id, password, clock());
}

describe('the door of the administration', () => {
  test('opens for a system administrator while every method of the workspaces is off', async () => {
    await setPolicy(server, { password: false, emailCode: false });

    const admin = await signInAdministrator(server);

    expect((await admin.send('GET', `${api}/session`)).json()).toMatchObject({ email: ADMIN.email });
    expect((await server.browser().signIn(ADMIN.email, ADMIN.password)).json().code).toBe('forbidden');
  });

  test('is not opened by a member, who is told what a wrong password is told', async () => {
    await addMember('bob@example.com');
    const body = { email: 'bob@example.com', password: 'marble fountain 4' };

    const member = await server.browser().send('POST', `${api}/session`, body);
    const wrong = await server.browser().send('POST', `${api}/session`, { ...body, password: 'wrong' });

    expect(member.statusCode).toBe(401);
    expect({ ...member.json(), reference: '' }).toEqual({ ...wrong.json(), reference: '' });
  });

  test('makes nobody a member: its cookie opens no workspace, and a console session no administration', async () => {
    const admin = await signInAdministrator(server);
    expect((await admin.send('GET', '/console/api/account/profile')).statusCode).toBe(401);

    const member = server.browser({ headers: { 'x-latchkey-admin': '1' } });
    await member.signIn(ADMIN.email, ADMIN.password);
    expect((await member.send('GET', `${api}/session`)).statusCode).toBe(401);
  });

  test('wants the header that no page of another site can send', async () => {
    const admin = await signInAdministrator(server);
    const forged = server.browser();
    for (const [name, value] of admin.cookies) forged.cookies.set(name, value);

    expect((await forged.send('GET', `${api}/session`)).statusCode).toBe(401);
  });

  test('sets a cookie that is HttpOnly and stays on this site', async () => {
    const response = await server.browser().send('POST', `${api}/session`, ADMIN);

    expect(String(response.headers['set-cookie'])).toMatch(
      /^latchkey_admin=[\w-]{43}; Path=\/; Max-Age=43200; SameSite=Strict; HttpOnly$/,
    );
  });

  test('closes after an hour without use, and after twelve in any case', async () => {
    const admin = await signInAdministrator(server);
    server.advance(3599);
    expect((await admin.send('GET', `${api}/session`)).statusCode).toBe(200);
    server.advance(3600);
    expect((await admin.send('GET', `${api}/session`)).statusCode).toBe(401);

    const busy = await signInAdministrator(server);
    for (let hour = 0; hour < 12; hour += 1) {
      expect((await busy.send('GET', `${api}/session`)).statusCode).toBe(200);
      server.advance(3590);
    }
    server.advance(120);
    expect((await busy.send('GET', `${api}/session`)).statusCode).toBe(401);
  });

  test('lists who administrates, and whether they could get in', async () => {
    await addMember('bob@example.com');
    const ann = await signInAdministrator(server);
    const { id } = (await ann.send('POST', `${api}/accounts`, { email: 'eve@example.com', name: 'Eve' })).json();
    await ann.send('POST', `${api}/administrators`, { email: 'bob@example.com' });
    await ann.send('POST', `${api}/administrators`, { email: 'eve@example.com' });
    await ann.send('POST', `${api}/accounts/${id}/ban`);

    const { data } = (await ann.send('GET', `${api}/administrators`)).json();

    const ways = data.map(({ name, has_way_in }: { name: string; has_way_in: boolean }) => [name, has_way_in]);
    expect(Object.fromEntries(ways)).toEqual({ Ann: true, Bob: true, Eve: false });
  });

  test('closes at the next request when the place on the list is gone', async () => {
    await addMember('bob@example.com');
    const ann = await signInAdministrator(server);
    await ann.send('POST', `${api}/administrators`, { email: 'bob@example.com' });
    const bob = await signInAdministrator(server, { email: 'bob@example.com', password: 'marble fountain 4' });
    const { account_id } = (await bob.send('GET', `${api}/session`)).json();

    await ann.send('DELETE', `${api}/administrators/${account_id}`);

    expect((await bob.send('GET', `${api}/session`)).statusCode).toBe(401);
  });

  test('counts wrong passwords like any other door', async () => {
    for (let n = 0; n < 6; n += 1)
      await server.browser().send('POST', `${api}/session`, { ...ADMIN, password: 'wrong' });

    const refused = await server.browser().send('POST', `${api}/session`, ADMIN);

    expect([refused.statusCode, refused.json().code]).toEqual([429, 'email_code_login_limit']);
    expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(refused.json()).toMatchObject({ status: 429, title: 'Too Many Requests', reference: expect.any(String) });
  });

  test('is left by signing out', async () => {
    const admin = await signInAdministrator(server);
    const kept = new Map(admin.cookies);
    await admin.send('DELETE', `${api}/session`);
    for (const [name, value] of kept) admin.cookies.set(name, value);

    expect((await admin.send('GET', `${api}/session`)).statusCode).toBe(401);
  });

  test('changes the administrator’s own password, and ends every other session of theirs', async () => {
    const [here, elsewhere] = [await signInAdministrator(server), await signInAdministrator(server)];
    const wrong = { password: 'no', new_password: 'violet harbour' };
    expect((await here.send('POST', `${api}/session/password`, wrong)).json().code).toBe('current_password_incorrect');

    await here.send('POST', `${api}/session/password`, { password: ADMIN.password, new_password: 'violet harbour' });

    expect((await here.send('GET', `${api}/session`)).statusCode).toBe(200);
    expect((await elsewhere.send('GET', `${api}/session`)).statusCode).toBe(401);
  });
});

describe('a link from the shell', () => {
  test('signs in once within ten minutes, and lets its reader set a password', async () => {
    const token = new URL(await cutAdministratorLink(server.context.platform, ADMIN.email)).hash.slice(1);
    const browser = server.browser({ headers: { 'x-latchkey-admin': '1' } });

    expect((await browser.send('POST', `${api}/session/link`, { token })).statusCode).toBe(200);
    const again = await server.browser().send('POST', `${api}/session/link`, { token });
    expect([again.statusCode, again.json().code]).toEqual([400, 'invalid_or_expired_token']);
    const changed = await browser.send('POST', `${api}/session/password`, { new_password: 'violet harbour' });
    expect(changed.json()).toEqual({ result: 'success' });
  });

  test('is dead at the very instant of ten minutes', async () => {
    const token = new URL(await cutAdministratorLink(server.context.platform, ADMIN.email)).hash.slice(1);
    server.advance(600);

    expect((await server.browser().send('POST', `${api}/session/link`, { token })).statusCode).toBe(400);
  });
});
