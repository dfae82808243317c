import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GateWorld, ID, startGateWorld } from '../../testing/gate-world.ts';
import { signInAdministrator } from '../../testing/sign-in-administrator.ts';
import type { Visitor } from '../../testing/visitor.ts';

let world: GateWorld;
let mel: Visitor & { readonly accountId: string };
let eve: Visitor;
beforeAll(async () => {
  world = await startGateWorld();
  mel = await world.member('Mel');
  // Eve owns a workspace of her own, and is nobody in Ann's.
  eve = await world.member('Eve');
  const { store } = world.server.context.platform;
  const account = await store.accounts.findByEmail('eve@example.com');
  if (account === undefined) throw new Error('no account');
  const [workspace] = await store.workspaces.listOf(account.id);
  if (workspace === undefined) throw new Error('no workspace');
  await store.workspaces.removeMember(workspace.id, account.id);
  const workspaceId = world.server.context.platform.secrets.newId<typeof workspace.id>();
  await store.workspaces.add({ ...workspace, id: workspaceId, name: 'Eve’s' });
  await store.workspaces.addMember({
    workspaceId,
    accountId: account.id,
    role: 'owner',
    createdAt: account.createdAt,
  });
});
afterAll(() => world[Symbol.asyncDispose]());

const api = (visitor: Visitor, method: string, path: string, body?: object) =>
  visitor.send(method, `${ID}/console/api${path}`, body === undefined ? {} : { body });

describe('a WebApp', () => {
  test('begins private with nobody chosen, under an address made of its code', async () => {
    const body = { name: 'Wiki', code: 'wiki', upstream: `${world.application.address}/`, icon: '📚' };
    const created = await world.ask('POST', '/webapps', body);

    expect(created).toMatchObject({
      name: 'Wiki',
      code: 'wiki',
      icon: '📚',
      url: 'http://wiki.apps.example.test',
      upstream: world.application.address,
      enabled: true,
      access_mode: 'private',
      conditions: { passphrase: false, address_ranges: [], share_link: false },
    });
    const { data } = (await api(mel, 'GET', '/webapps/mine')).json();
    expect(data).toEqual([]);
  });

  test('has a code of its own', async () => {
    const body = { name: 'Wiki', code: 'wiki', upstream: 'https://example.com' };
    expect((await api(eve, 'POST', '/webapps', body)).json().code).toBe('webapp_code_taken');
    expect((await api(eve, 'POST', '/webapps', { ...body, code: 'Wiki_2' })).status).toBe(400);
    expect((await api(eve, 'POST', '/webapps', { ...body, code: '-wiki' })).status).toBe(400);
  });

  test('is managed by owners, admins and editors, and does not exist for other workspaces', async () => {
    const { id } = await world.publish('managed');
    const access = { access_mode: 'public', group_ids: [], account_ids: [] };
    for (const [method, path, body] of [
      ['GET', ''],
      ['PATCH', '', { name: 'X' }],
      ['DELETE', ''],
      ['GET', '/access'],
      ['PUT', '/access', access],
      ['POST', '/access/preview', access],
      ['GET', '/access/explain?email=mel@example.com'],
      ['PUT', '/conditions', { passphrase: null }],
      ['GET', '/share-links'],
      ['POST', '/share-links', { hours: 1 }],
    ] as const) {
      const answers = [
        await api(mel, method, `/webapps/${id}${path}`, body),
        await api(eve, method, `/webapps/${id}${path}`, body),
      ];
      expect([method, path, ...answers.map((answer) => answer.json().code)]).toEqual([
        method,
        path,
        'forbidden',
        'webapp_not_found',
      ]);
    }
    expect((await api(mel, 'GET', '/webapps')).json().code).toBe('forbidden');
    expect((await api(mel, 'POST', '/webapps', { name: 'X', code: 'x', upstream: 'https://x.example' })).status).toBe(
      403,
    );
    expect((await api(world.visitor(), 'GET', '/webapps')).status).toBe(401);
  });

  test('is on the list of those who may open it, with what else it asks for', async () => {
    const { id } = await world.publish('listed', { access_mode: 'private', account_ids: [mel.accountId] });
    await world.ask('PUT', `/webapps/${id}/conditions`, { passphrase: 'open sesame', address_ranges: ['203.0.113.1'] });

    const { data } = (await api(mel, 'GET', '/webapps/mine')).json() as { data: { code: string }[] };
    expect(data.filter(({ code }) => code === 'listed')).toEqual([
      {
        id,
        code: 'listed',
        name: 'listed',
        icon: null,
        url: 'http://listed.apps.example.test',
        workspace_name: "Ann's Workspace",
        access_mode: 'private',
        asks: ['passphrase'],
      },
    ]);
    const others = (await api(eve, 'GET', '/webapps/mine')).json() as { data: { code: string }[] };
    expect(others.data.map(({ code }) => code)).not.toContain('listed');
  });

  test('tells who could open it before it is saved, and how many sessions that would end', async () => {
    const { id, url } = await world.publish('previewed');
    expect((await mel.open(url)).status).toBe(200);
    const preview = (access: object) => world.ask('POST', `/webapps/${id}/access/preview`, access);
    const nobody = { access_mode: 'private', group_ids: [], account_ids: [] };

    expect(await preview(nobody)).toEqual({ count: 0, first: [], sessions_ending: 1 });
    expect(await preview({ ...nobody, account_ids: [mel.accountId] })).toEqual({
      count: 1,
      first: [{ id: mel.accountId, name: 'Mel', email: 'mel@example.com' }],
      sessions_ending: 0,
    });
    expect(await preview({ ...nobody, access_mode: 'public' })).toEqual({ count: null, first: [], sessions_ending: 0 });
    expect((await preview({ ...nobody, access_mode: 'private_all' })).count).toBe(3);
    expect((await mel.send('GET', url)).status).toBe(200);
    expect(await world.ask('PUT', `/webapps/${id}/access`, nobody)).toEqual({ sessions_ended: 1 });
    expect((await mel.send('GET', url)).status).toBe(401);
  });

  test('explains why somebody can or cannot open it', async () => {
    const group = await world.ask('POST', '/groups', { name: 'Readers' });
    await world.ask('POST', `/groups/${group.id}/members`, { account_ids: [mel.accountId] });
    const { id } = await world.publish('explained', { access_mode: 'private', group_ids: [group.id] });
    await world.ask('PUT', `/webapps/${id}/conditions`, { address_ranges: ['203.0.113.0/24'], share_link: true });
    const explain = (query: string) => world.ask('GET', `/webapps/${id}/access/explain?${query}`);

    expect(await explain('email=MEL@example.com')).toEqual({
      allowed: true,
      reason: null,
      person: { id: mel.accountId, name: 'Mel', email: 'mel@example.com' },
      groups: [{ id: group.id, name: 'Readers' }],
      is_chosen_by_name: false,
    });
    expect(await explain('email=mel@example.com&address=198.51.100.1')).toMatchObject({
      allowed: false,
      reason: 'address_not_allowed',
    });
    expect(await explain('email=eve@example.com')).toMatchObject({ allowed: false, reason: 'not_chosen' });
    expect(await explain('email=nobody@example.com')).toMatchObject({ reason: 'sign_in_needed', person: null });
  });

  test('shows its sign-in page what it is, and never where it leads', async () => {
    await world.publish('door');
    const answer = await world.visitor().send('GET', `${ID}/gate/apps/door`);
    expect(answer.json()).toEqual({
      code: 'door',
      name: 'door',
      icon: null,
      url: 'http://door.apps.example.test',
      access_mode: 'private_all',
      asks_passphrase: false,
      external_sso_protocol: null,
      contact: '',
    });
    expect((await world.visitor().send('GET', `${ID}/gate/apps/none`)).status).toBe(404);
  });

  test('is written down in every change, without secrets', async () => {
    const { id } = await world.publish('audited');
    await world.ask('PUT', `/webapps/${id}/conditions`, { passphrase: 'open sesame' });
    const link = await world.ask('POST', `/webapps/${id}/share-links`, { hours: 1 });
    await world.ask('DELETE', `/webapps/${id}/share-links/${link.id}`);
    await world.ask('DELETE', `/webapps/${id}`);

    const entries = await world.server.context.platform.store.audit.list(
      { subjectId: id as Parameters<typeof world.server.context.platform.store.accounts.find>[0] },
      { limit: 10 },
    );
    expect(entries.map(({ entry }) => entry.action)).toEqual([
      'webapp.deleted',
      'webapp.link_revoked',
      'webapp.link_created',
      'webapp.conditions_changed',
      'webapp.access_changed',
      'webapp.created',
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/open sesame|argon2|\.latchkey\/link/);
  });
});

describe('a group', () => {
  test('of a workspace is kept by its editors and chosen in no other', async () => {
    const group = await world.ask('POST', '/groups', { name: 'Ours' });
    const theirs = await world.publish('groups-app');

    expect((await api(mel, 'GET', '/groups')).json().code).toBe('forbidden');
    for (const [method, path, body] of [
      ['GET', ''],
      ['PATCH', '', { name: 'Taken over' }],
      ['DELETE', ''],
      ['POST', '/members', { account_ids: [mel.accountId] }],
      ['DELETE', `/members/${mel.accountId}`],
    ] as const) {
      expect((await api(eve, method, `/groups/${group.id}${path}`, body)).json().code).toBe('group_not_found');
    }
    const body = { name: 'Eve’s', code: 'eves', upstream: 'https://example.com' };
    const app = (await api(eve, 'POST', '/webapps', body)).json();
    const access = { access_mode: 'private', group_ids: [group.id], account_ids: [] };
    expect((await api(eve, 'PUT', `/webapps/${app.id}/access`, access)).json().code).toBe('group_not_found');
    expect((await api(world.ann, 'PUT', `/webapps/${theirs.id}/access`, access)).status).toBe(200);
  });

  test('of the whole instance is kept by administrators and chosen everywhere', async () => {
    const admin = await signInAdministrator(world.server);
    const created = await admin.send('POST', '/admin-api/v1/groups', { name: 'Everywhere' });
    expect(created.statusCode).toBe(201);
    const { id } = created.json();
    await admin.send('POST', `/admin-api/v1/groups/${id}/members`, { account_ids: [mel.accountId] });

    const seen = (await api(eve, 'GET', `/groups/${id}`)).json();
    expect(seen).toMatchObject({ name: 'Everywhere', member_count: 1, workspace: null });
    expect((await api(eve, 'PATCH', `/groups/${id}`, { name: 'Mine' })).json().code).toBe('forbidden');
    expect((await api(eve, 'POST', `/groups/${id}/members`, { account_ids: [mel.accountId] })).status).toBe(403);
    expect((await admin.send('PATCH', `/admin-api/v1/groups/${id}`, { name: 'All over' })).json().name).toBe(
      'All over',
    );
    expect((await admin.send('DELETE', `/admin-api/v1/groups/${id}/members/${mel.accountId}`)).json()).toEqual({
      result: 'success',
      sessions_ended: 0,
    });
    expect((await admin.send('DELETE', `/admin-api/v1/groups/${id}`)).statusCode).toBe(200);
    expect((await admin.send('GET', `/admin-api/v1/groups/${id}`)).statusCode).toBe(404);
  });

  test('has a name of its own', async () => {
    await world.ask('POST', '/groups', { name: 'Unique' });
    expect((await api(world.ann, 'POST', '/groups', { name: 'UNIQUE' })).json().code).toBe('group_name_taken');
    expect((await api(eve, 'POST', '/groups', { name: 'Unique' })).status).toBe(201);
  });
});

describe('Dify’s access dialog', () => {
  test('reads and saves who may open an app', async () => {
    const group = await world.ask('POST', '/groups', { name: 'Dialog' });
    await world.ask('POST', `/groups/${group.id}/members`, { account_ids: [mel.accountId] });
    const { id } = await world.publish('dialog');
    const dialog = '/enterprise/webapp';

    expect(await world.ask('GET', `${dialog}/app/access-mode?appId=${id}`)).toEqual({ accessMode: 'private_all' });
    const subjects = [
      { subjectId: group.id, subjectType: 'group' },
      { subjectId: mel.accountId, subjectType: 'account' },
    ];
    const body = { appId: id, accessMode: 'private', subjects };
    expect(await world.ask('POST', `${dialog}/app/access-mode`, body)).toEqual({ message: 'success' });
    expect(await world.ask('GET', `${dialog}/app/subjects?appId=${id}`)).toEqual({
      groups: [{ id: group.id, name: 'Dialog', groupSize: 1 }],
      members: [{ id: mel.accountId, name: 'Mel', email: 'mel@example.com', avatar: '' }],
    });
    expect((await api(mel, 'GET', `${dialog}/permission?appId=${id}`)).json()).toEqual({ result: true });
    expect((await api(eve, 'GET', `${dialog}/permission?appId=${id}`)).json()).toEqual({ result: false });
    expect(await world.ask('GET', `${dialog}/group/subjects?groupId=${group.id}`)).toEqual({
      subjects: [
        {
          subjectId: mel.accountId,
          subjectType: 'account',
          accountData: { id: mel.accountId, name: 'Mel', email: 'mel@example.com', avatar: '' },
        },
      ],
    });
  });

  test('finds groups and people a page at a time, each once', async () => {
    const search = async (page: number, keyword = '') =>
      (await world.ask(
        'GET',
        `/enterprise/webapp/app/subject/search?keyword=${keyword}&groupId=&pageNumber=${page}&resultsPerPage=2`,
      )) as { subjects: { subjectId: string }[]; currPage: number; hasMore: boolean };
    const found: string[] = [];
    for (let page = 1; ; page += 1) {
      const { subjects, hasMore, currPage } = await search(page);
      expect(currPage).toBe(page);
      found.push(...subjects.map(({ subjectId }) => subjectId));
      if (!hasMore) break;
    }

    const { total } = (await world.ask('GET', '/groups')) as { total: number };
    expect(found).toHaveLength(total + 3);
    expect(new Set(found).size).toBe(found.length);
    expect((await search(1, 'MEL')).subjects.map(({ subjectId }) => subjectId)).toEqual([mel.accountId]);
  });
});

describe('administrators', () => {
  test('see every WebApp, and switch one off', async () => {
    const { id, url } = await world.publish('overseen');
    expect((await mel.open(url)).status).toBe(200);
    const admin = await signInAdministrator(world.server);

    const { data, total } = (await admin.send('GET', '/admin-api/v1/webapps?limit=200')).json();
    expect(data).toHaveLength(total);
    expect(data).toContainEqual(
      expect.objectContaining({ id, workspace: { id: expect.anything(), name: "Ann's Workspace" } }),
    );
    const off = await admin.send('PATCH', `/admin-api/v1/webapps/${id}`, { enabled: false });
    expect(off.json()).toMatchObject({ webapp: { enabled: false }, sessions_ended: 1 });
    expect((await mel.send('GET', url)).json().code).toBe('webapp_disabled');
  });

  test('choose no connection for external users while there is none', async () => {
    const admin = await signInAdministrator(world.server);
    expect((await admin.send('GET', '/admin-api/v1/webapp-settings')).json()).toEqual({
      external_connection_id: null,
      apps_domain: 'apps.example.test',
      apps_by_path: false,
      token_in_url: false,
    });
    const body = { external_connection_id: '0199a000-0000-7000-8000-000000000001' };
    expect((await admin.send('PATCH', '/admin-api/v1/webapp-settings', body)).json().code).toBe('no_sso_connection');
  });

  test('close the WebApps to one external user, who is out at once', async () => {
    const { platform } = world.server.context;
    const now = platform.clock();
    const user = await platform.store.externalUsers.visit({
      id: platform.secrets.newId(),
      connectionId: platform.secrets.newId(),
      subject: 'outside-7',
      email: 'olga@partner.example',
      name: 'Olga',
      createdAt: now,
      lastVisitAt: now,
    });
    const admin = await signInAdministrator(world.server);

    const { data } = (await admin.send('GET', '/admin-api/v1/external-users?q=olga')).json();
    expect(data).toMatchObject([{ id: user.id, subject: 'outside-7', email: 'olga@partner.example', refused: false }]);
    const refused = await admin.send('PATCH', `/admin-api/v1/external-users/${user.id}`, { refused: true });
    expect(refused.json()).toEqual({ result: 'success', sessions_ended: 0 });
    expect((await platform.store.externalUsers.find(user.id))?.refusedAt).toEqual(platform.clock());
    const unknown = await admin.send('PATCH', '/admin-api/v1/external-users/0199a000-0000-7000-8000-000000000009', {
      refused: true,
    });
    expect(unknown.json().code).toBe('external_user_not_found');
  });
});
