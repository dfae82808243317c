import { describe, expect, test } from 'vitest';
import { codeOf } from '../testing/code-of.ts';
import { DIFY_PERSON, GENERATIONS, MemorySessions, startDify } from '../testing/start-dify.ts';
import { connect } from './connect.ts';
import { changeMemberRole, inviteMembers, listMembers, removeMember } from './members.ts';
import { restoreSession } from './restore-session.ts';
import { currentWorkspace, listWorkspaces, switchWorkspace } from './workspaces.ts';

const { email, password, name } = DIFY_PERSON;
const env = {};

describe.each(GENERATIONS)('a Dify of %s', (generation) => {
  test('is signed in to by password', async () => {
    await using dify = await startDify(generation);

    const connected = await connect({ server: dify.url, email, password, env });

    expect(connected).toMatchObject({ server: dify.url, version: generation, name, email, isReused: false });
    expect(dify.asked).toEqual(['GET /system-features', 'POST /login', 'GET /account/profile']);
  });

  test('is signed in to by a code from a letter', async () => {
    await using dify = await startDify(generation);
    const askCode = async () => dify.mailed.at(-1) ?? '';

    const connected = await connect({ server: dify.url, authMethod: 'cODE', email, askCode, env });

    expect(connected).toMatchObject({ name, email });
  });

  test('sends no second letter for a token that was got before', async () => {
    await using dify = await startDify(generation);
    const path = '/console/api/email-code-login';
    const asked = await fetch(dify.url + path, { method: 'POST', body: JSON.stringify({ email }) });
    const { data: token } = JSON.parse(await asked.text());

    await connect({ server: dify.url, authMethod: 'Code', email, token, code: dify.mailed.at(-1), env });

    expect(dify.mailed).toHaveLength(1);
  });

  test('lets its members and workspaces be managed', async () => {
    await using dify = await startDify(generation);
    const { session } = await connect({ server: dify.url, email, password, env });

    const [invited] = await inviteMembers(session, ['editor1@example.com'], 'editor');
    expect(invited).toMatchObject({ status: 'success', url: expect.stringContaining('/activate') });
    const pending = (await listMembers(session)).find((member) => member.email === 'editor1@example.com');
    expect(pending).toMatchObject({ role: 'editor', status: 'pending', lastLoginAt: undefined });
    await changeMemberRole(session, pending?.id ?? '', 'admin');
    expect((await listMembers(session)).map(({ role }) => role)).toEqual(['owner', 'admin']);
    await removeMember(session, pending?.id ?? '');
    expect(await listMembers(session)).toHaveLength(1);

    expect((await listWorkspaces(session)).map(({ name: each, current }) => [each, current])).toEqual([
      ["Dify's Workspace", true],
      ['Second', false],
    ]);
    expect((await switchWorkspace(session, 'workspace-2')).name).toBe('Second');
    expect(await currentWorkspace(session)).toMatchObject({
      id: 'workspace-2',
      createdAt: new Date(1_700_000_000_000),
    });
  });

  test('is left for good', async () => {
    await using dify = await startDify(generation);
    const { session } = await connect({ server: dify.url, email, password, env });
    const saved = session.save();

    expect(await session.disconnect()).toBe(true);

    expect(await codeOf(session.profile())).toBe('session_ended');
    dify.expireAccess();
    expect(await codeOf(restoreSession(saved).profile())).toBe('profile_failed');
  });
});

describe.each(GENERATIONS.filter((generation) => generation !== '1.9.1'))('a Dify of %s over https', (generation) => {
  test('with a certificate of its own is reached only when that is asked for, from the first request on', async () => {
    await using dify = await startDify(generation, { https: true });

    expect(await codeOf(connect({ server: dify.url, email, password, env }))).toBe('server_unreachable');
    const { session } = await connect({
      ...{ server: dify.url, email, password },
      env: { PSDIFY_DISABLE_SSL_VERIFICATION: 'true' },
    });

    expect(session.save().credentials).toMatchObject({ kind: 'cookies', cookies: { family: '__Host-' } });
    dify.expireAccess();
    expect((await session.profile()).name).toBe(name);
  });

  test('takes tokens from a browser under its own names', async () => {
    await using dify = await startDify(generation, { https: true });
    const disableSslVerification = true;
    const { session } = await connect({ server: dify.url, email, password, disableSslVerification, env });
    const { credentials } = session.save();
    if (credentials.kind !== 'cookies') throw new Error('no cookies');
    const { access: accessToken, csrf: csrfToken } = credentials.cookies;

    const tokens = { authMethod: 'AccessToken', accessToken, csrfToken, disableSslVerification, env };
    expect(await connect({ server: dify.url, ...tokens })).toMatchObject({ name, email });
    const named = { accessToken: `__Host-access_token=${accessToken}`, csrfToken: `__Host-csrf_token=${csrfToken};` };
    expect(await connect({ server: dify.url, ...tokens, ...named })).toMatchObject({ name, email });
  });
});

describe('the settings of a connection', () => {
  test('come from the arguments, then from the environment, then from the defaults', async () => {
    await using dify = await startDify('1.14.2');
    const set = { PSDIFY_URL: dify.url, PSDIFY_EMAIL: 'other@example.com', PSDIFY_PASSWORD: password };

    expect(await connect({ email, env: set })).toMatchObject({ email, server: dify.url });
    expect(await codeOf(connect({ env: set }))).toBe('login_failed');
  });

  test('are the environment’s for tokens too', async () => {
    await using dify = await startDify('1.14.2');
    const { credentials } = (await connect({ server: dify.url, email, password, env })).session.save();
    if (credentials.kind !== 'cookies') throw new Error('no cookies');
    const { access, csrf } = credentials.cookies;

    const tokens = { PSDIFY_ACCESS_TOKEN: access, PSDIFY_CSRF_TOKEN: csrf };
    const set = { PSDIFY_URL: `${dify.url}/`, PSDIFY_AUTH_METHOD: 'accesstoken', ...tokens };
    expect(await connect({ env: set })).toMatchObject({ email, server: `${dify.url}/` });
  });

  test('keep the path of a server that is not at the root', async () => {
    const asked: string[] = [];
    const transport = async ({ url }: { url: string }) => {
      asked.push(url);
      return { status: 404, header: () => undefined, cookies: [], text: '' };
    };

    await codeOf(connect({ server: 'https://example.com/dify/', email, password, transport, env }));

    expect(asked).toEqual(['https://example.com/dify/console/api/system-features']);
  });
});

describe('the tokens of a browser', () => {
  test('expire by the clock of the server, whatever time it is here', async () => {
    await using dify = await startDify('1.14.2');
    const { credentials } = (await connect({ server: dify.url, email, password, env })).session.save();
    if (credentials.kind !== 'cookies') throw new Error('no cookies');
    const { access: accessToken, csrf: csrfToken } = credentials.cookies;
    const tokens = { server: dify.url, authMethod: 'AccessToken', accessToken, csrfToken, env };

    const inADay = () => new Date(Date.now() + 86_400_000);
    expect(await connect({ ...tokens, now: inADay })).toMatchObject({ email });
  });

  test('that have expired are refused before they are sent', async () => {
    await using dify = await startDify('1.14.2');
    const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify({ exp: 1, ...claims })).toString('base64url')}.x`;
    const [accessToken, csrfToken] = [jwt({ user_id: 'a' }), jwt({ sub: 'a' })];

    const options = { server: dify.url, authMethod: 'AccessToken', accessToken, csrfToken, env };
    expect(await codeOf(connect(options))).toBe('token_expired');
    expect(dify.asked).toEqual(['GET /system-features']);
  });
});

test('no letter goes out where nobody could type its code', async () => {
  await using dify = await startDify('1.14.2');

  expect(await codeOf(connect({ server: dify.url, authMethod: 'Code', email, env }))).toBe('code_required');
  expect(dify.mailed).toEqual([]);
});

describe('a session from before', () => {
  test('is used again by whoever kept it, for the same server and person', async () => {
    await using dify = await startDify('1.14.2');
    const saved = (await connect({ server: dify.url, email, password, env })).session.save();
    const before = dify.asked.length;

    expect((await connect({ server: `${dify.url}/`, email, saved, env })).isReused).toBe(true);
    expect(dify.asked.slice(before)).toEqual(['GET /account/profile']);
  });

  test('is not used again for somebody else, for another server, by force, or once it has ended', async () => {
    await using dify = await startDify('1.14.2');
    await using other = await startDify('1.14.2');
    const { session } = await connect({ server: dify.url, email, password, env });
    const saved = session.save();
    const again = (more: object) => connect({ server: dify.url, password, saved, env, ...more });

    expect(await codeOf(again({ email: 'eve@example.com' }))).toBe('login_failed');
    expect((await again({ server: other.url, email })).isReused).toBe(false);
    await session.disconnect();
    dify.expireAccess();
    expect((await again({ email })).isReused).toBe(false);
    expect((await again({ email, force: true })).isReused).toBe(false);
  });

  test('is used again instead of pasted tokens only when those are of the same account', async () => {
    await using dify = await startDify('1.14.2');
    const { session } = await connect({ server: dify.url, email, password, env });
    const saved = session.save();
    const { credentials } = saved;
    if (credentials.kind !== 'cookies') throw new Error('no cookies');
    const again = (accessToken: string) =>
      connect({ server: dify.url, authMethod: 'AccessToken', accessToken, csrfToken: 'of.eve.x', saved, env });

    expect((await again(credentials.cookies.access)).isReused).toBe(true);
    const claims = Buffer.from(JSON.stringify({ user_id: 'eve' })).toString('base64url');
    expect(await codeOf(again(`e30.${claims}.x`))).toBe('profile_failed');
  });

  test('is not used again where its account has another address by now, or is another', async () => {
    await using dify = await startDify('1.14.2');
    const saved = (await connect({ server: dify.url, email, password, env })).session.save();
    const profile = { id: saved.accountId, name: 'Eve', email: 'eve@example.com' };
    const again = () => connect({ server: dify.url, email, password: 'wrong', saved, env });

    dify.answer('GET /account/profile', { body: profile });
    expect(await codeOf(again())).toBe('login_failed');
    dify.answer('GET /account/profile', { body: { ...profile, id: 'another', email } });
    expect(await codeOf(again())).toBe('login_failed');
  });

  test('is not given up because the server has trouble', async () => {
    await using dify = await startDify('1.14.2');
    const saved = (await connect({ server: dify.url, email, password, env })).session.save();
    dify.answer('GET /account/profile', { status: 502, body: { message: 'Bad gateway' } });

    expect(await codeOf(connect({ server: dify.url, email, password, saved, env }))).toBe('profile_failed');

    expect(dify.asked).not.toContain('POST /logout');
    expect(dify.asked.filter((line) => line === 'POST /login')).toHaveLength(1);
  });

  test('is not put back by a program that was using it again while another ended it', async () => {
    await using dify = await startDify('1.14.2');
    const sessions = new MemorySessions();
    const { session } = await connect({ server: dify.url, email, password, sessions, env });
    const saved = session.save();
    await session.disconnect();

    const load = async () => saved;
    await connect({ server: dify.url, sessions: { load, update: sessions.update.bind(sessions) }, env });

    expect(sessions.kept).toEqual([]);
  });

  test('is kept in a store, and leaves it when it is disconnected', async () => {
    await using dify = await startDify('1.14.2');
    const sessions = new MemorySessions();
    await connect({ server: dify.url, email, password, sessions, env });
    expect(sessions.kept).toHaveLength(1);

    const { isReused, session } = await connect({ server: dify.url, sessions, env });
    expect(isReused).toBe(true);
    await session.disconnect();

    expect(sessions.kept).toEqual([]);
  });

  test('is not put back by a program that took it before another renewed it', async () => {
    await using dify = await startDify('1.14.2');
    const sessions = new MemorySessions();
    const { session } = await connect({ server: dify.url, email, password, sessions, env });
    const slow = new MemorySessions();
    slow.kept = sessions.kept;
    await session.renew();
    const load = async () => slow.load();

    await connect({ server: dify.url, sessions: { load, update: sessions.update.bind(sessions) }, env });

    expect(sessions.kept).toEqual([session.save()]);
  });

  test('outlives an attempt to sign in as somebody else that fails', async () => {
    await using dify = await startDify('1.14.2');
    const sessions = new MemorySessions();
    await connect({ server: dify.url, email, password, sessions, env });

    expect(await codeOf(connect({ server: dify.url, email: 'eve@example.com', password, sessions, env }))).toBe(
      'login_failed',
    );

    expect((await connect({ server: dify.url, sessions, env })).isReused).toBe(true);
  });
});
