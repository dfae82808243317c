import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { lastLetter } from '../../testing/last-letter.ts';
import { signInAdministrator } from '../../testing/sign-in-administrator.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

const api = '/admin-api/v1';

let server: TestServer;
let admin: Browser;
beforeEach(async () => {
  server = await startSetUpServer();
  admin = await signInAdministrator(server);
  server.advance(1);
});
afterEach(() => server.close());

async function create(name: string): Promise<{ id: string }> {
  const made = await admin.send('POST', `${api}/workspaces`, { name, owner_email: ADMIN.email });
  expect(made.statusCode).toBe(201);
  return made.json();
}

const list = async (query = ''): Promise<{ name: string }[]> =>
  (await admin.send('GET', `${api}/workspaces${query}`)).json().data;

describe('a workspace', () => {
  test('is created for an owner, and found by a part of its name', async () => {
    await create('Difference Engine');

    expect(await list('?q=ENGINE')).toMatchObject([
      { name: 'Difference Engine', status: 'normal', member_count: 1, owner: { email: ADMIN.email } },
    ]);
    const nobody = await admin.send('POST', `${api}/workspaces`, { name: 'x', owner_email: 'no@example.com' });
    expect(nobody.json().code).toBe('account_unknown');
  });

  test('archived, is closed to its members from the next request on, and opens again', async () => {
    const { id } = await create('Difference Engine');
    const member = server.browser();
    await member.signIn(ADMIN.email, ADMIN.password);
    await member.send('POST', '/console/api/workspaces/switch', { tenant_id: id });

    await admin.send('PATCH', `${api}/workspaces/${id}`, { status: 'archive' });

    expect((await member.send('POST', '/console/api/workspaces/current')).json().name).toBe("Ann's Workspace");
    await admin.send('PATCH', `${api}/workspaces/${id}`, { status: 'normal', name: 'Analytical Engine' });
    expect((await member.send('POST', '/console/api/workspaces/current')).json().name).toBe('Analytical Engine');
  });

  test('is deleted only by whoever repeats its name', async () => {
    const { id } = await create('Difference Engine');

    expect((await admin.send('DELETE', `${api}/workspaces/${id}`, { name: 'difference engine' })).json().code).toBe(
      'wrong_name',
    );
    expect((await admin.send('DELETE', `${api}/workspaces/${id}`, { name: 'Difference Engine' })).json()).toEqual({
      result: 'success',
    });
    expect((await admin.send('GET', `${api}/workspaces/${id}`)).json().code).toBe('workspace_not_found');
  });

  test('takes accounts that only waited for it with it', async () => {
    const { id } = await create('Difference Engine');
    const body = { workspace_id: id, emails: ['bob@example.com'], role: 'normal' };
    await admin.send('POST', `${api}/invitations`, body);

    await admin.send('DELETE', `${api}/workspaces/${id}`, { name: 'Difference Engine' });

    expect(await server.context.platform.store.accounts.findByEmail('bob@example.com')).toBeUndefined();
  });

  test('is the default for new accounts, one at a time', async () => {
    const [{ id: first }, { id: second }] = [await create('First'), await create('Second')];

    await admin.send('PATCH', `${api}/workspaces/${first}`, { is_default: true });
    await admin.send('PATCH', `${api}/workspaces/${second}`, { is_default: true });

    const defaults = (await admin.send('GET', `${api}/workspaces`))
      .json()
      .data.filter((w: { is_default: boolean }) => w.is_default);
    expect(defaults.map(({ name }: { name: string }) => name)).toEqual(['Second']);
  });

  test('always has one owner: nobody takes the role away, another owner replaces it', async () => {
    const { id } = await create('Difference Engine');
    const ann = (await admin.send('GET', `${api}/workspaces/${id}`)).json().owner.id;
    const made = await admin.send('POST', `${api}/accounts`, { email: 'bob@example.com', name: 'Bob' });
    const bob = made.json().id;
    const member = (accountId: string) => `${api}/workspaces/${id}/members/${accountId}`;

    expect((await admin.send('PUT', member(ann), { role: 'editor' })).json().code).toBe('is_owner');
    expect((await admin.send('DELETE', member(ann))).json().code).toBe('is_owner');
    expect((await admin.send('PUT', member(bob), { role: 'owner' })).json()).toEqual({ result: 'success' });

    const { owner, members } = (await admin.send('GET', `${api}/workspaces/${id}`)).json();
    expect(owner.email).toBe('bob@example.com');
    expect(members.data.map(({ role }: { role: string }) => role).sort()).toEqual(['admin', 'owner']);
  });
});

describe('invitations of an administrator', () => {
  test('are rehearsed before they are sent', async () => {
    const { id } = await create('Difference Engine');
    const emails = ['bob@example.com', 'BOB@example.com ', ADMIN.email, 'nonsense'];

    const rehearsed = await admin.send('POST', `${api}/invitations`, {
      workspace_id: id,
      emails,
      role: 'normal',
      dry_run: true,
    });

    expect(rehearsed.json().results).toEqual([
      { email: 'bob@example.com', outcome: 'invited', url: null },
      { email: 'bob@example.com', outcome: 'twice', url: null },
      { email: ADMIN.email, outcome: 'is_member', url: null },
      { email: 'nonsense', outcome: 'not_an_address', url: null },
    ]);
    expect((await admin.send('GET', `${api}/invitations`)).json().total).toBe(0);
  });

  test('are listed, sent again and revoked', async () => {
    const { id } = await create('Difference Engine');
    await admin.send('POST', `${api}/invitations`, { workspace_id: id, emails: ['bob@example.com'], role: 'editor' });

    const [invitation] = (await admin.send('GET', `${api}/invitations?status=open`)).json().data;
    expect(invitation).toMatchObject({ email: 'bob@example.com', role: 'editor', inviter: 'Ann', status: 'open' });
    expect((await admin.send('POST', `${api}/invitations/${invitation.id}/resend`)).json().url).toContain('/activate?');
    const [newer] = (await admin.send('GET', `${api}/invitations?status=open`)).json().data;
    expect((await admin.send('DELETE', `${api}/invitations/${newer.id}`)).json()).toEqual({ result: 'success' });
    expect((await admin.send('DELETE', `${api}/invitations/${newer.id}`)).json().code).toBe('invitation_not_open');
  });
});

test('somebody who waits is invited by answering their request', async () => {
  const { policy } = server.context.platform.store;
  await policy.set({ ...(await policy.get()), registration: true });
  const bob = server.browser();
  const asked = await bob.send('POST', '/console/api/email-register/send-email', { email: 'bob@example.com' });
  const { code } = await lastLetter(server, 'registration_code', 'bob@example.com');
  const typed = { email: 'bob@example.com', code, token: asked.json().data };
  const { token } = (await bob.send('POST', '/console/api/email-register/validity', typed)).json();
  const password = 'marble fountain 4';
  await bob.send('POST', '/console/api/email-register', { token, new_password: password, password_confirm: password });
  await bob.send('POST', '/console/api/access-request', { message: 'please' });

  const [request] = (await admin.send('GET', `${api}/access-requests`)).json().data;
  expect(request).toMatchObject({ account: { email: 'bob@example.com' }, message: 'please' });
  const [workspace] = (await admin.send('GET', `${api}/workspaces`)).json().data;
  const answer = { answer: 'invite', workspace_id: workspace.id, role: 'editor' };
  const answers = await Promise.all(
    [1, 2].map(() => admin.send('POST', `${api}/access-requests/${request.id}/answer`, answer)),
  );

  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  expect((await bob.send('POST', '/console/api/unfinished-sign-in')).json()).toEqual({ result: 'success' });
  expect((await bob.send('POST', '/console/api/workspaces/current')).json().role).toBe('editor');
});
