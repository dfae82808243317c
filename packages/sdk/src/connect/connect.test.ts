import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { DIFY_PERSON, GENERATIONS, startDify } from '../testing/start-dify.ts';
import { connect } from './connect.ts';
import { ConnectError } from './connect-error.ts';
import { initialize } from './initialize.ts';
import { changeMemberRole, inviteMembers, listMembers, removeMember } from './members.ts';
import type { SavedSession } from './saved-session.ts';
import { restoreSession } from './session.ts';
import { fetchTransport } from './transport.ts';
import { currentWorkspace, listWorkspaces, switchWorkspace } from './workspaces.ts';

const { email, password, name } = DIFY_PERSON;
const NO_ENV = {};

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (error instanceof ConnectError) return error.code;
    throw error;
  }
};

describe.each(GENERATIONS)('a Dify of %s', (generation) => {
  test('is signed in to by password', async () => {
    await using dify = await startDify(generation);

    const connected = await connect({ server: dify.url, email, password, env: NO_ENV });

    expect(connected).toMatchObject({ server: dify.url, version: generation, name, email, isReused: false });
    expect(dify.asked).toEqual(['GET /system-features', 'POST /login', 'GET /account/profile']);
  });

  test('is signed in to by a code from a letter', async () => {
    await using dify = await startDify(generation);
    const askCode = async () => dify.mailed.at(-1) ?? '';

    const connected = await connect({ server: dify.url, authMethod: 'cODE', email, askCode, env: NO_ENV });

    expect(connected).toMatchObject({ name, email });
  });

  test('lets its members and workspaces be managed', async () => {
    await using dify = await startDify(generation);
    const { session } = await connect({ server: dify.url, email, password, env: NO_ENV });

    const [invited] = await inviteMembers(session, ['editor1@example.com'], 'editor');
    expect(invited).toMatchObject({ status: 'success', url: expect.stringContaining('/activate') });
    const pending = (await listMembers(session)).find((member) => member.email === 'editor1@example.com');
    expect(pending).toMatchObject({ role: 'editor', status: 'pending' });
    await changeMemberRole(session, pending?.id ?? '', 'admin');
    await removeMember(session, pending?.id ?? '');
    expect(await listMembers(session)).toHaveLength(1);

    expect((await listWorkspaces(session)).map(({ name: each, current }) => [each, current])).toEqual([
      ["Dify's Workspace", true],
      ['Second', false],
    ]);
    expect((await switchWorkspace(session, 'workspace-2')).name).toBe('Second');
    expect((await currentWorkspace(session)).id).toBe('workspace-2');
  });

  test('is left for good', async () => {
    await using dify = await startDify(generation);
    const { session } = await connect({ server: dify.url, email, password, env: NO_ENV });
    const saved = session.save();

    expect(await session.disconnect()).toBe(true);

    expect(await codeOf(session.profile())).toBe('session_ended');
    expect(await codeOf(restoreSession(saved, fetchTransport, () => new Date()).profile())).toBe('profile_failed');
  });
});

describe('over https', () => {
  test('with a certificate of its own a server is reached only when that is asked for, from the first request on', async () => {
    await using dify = await startDify('1.14.2', { https: true });

    expect(await codeOf(connect({ server: dify.url, email, password, env: NO_ENV }))).toBe('server_unreachable');
    const env = { PSDIFY_DISABLE_SSL_VERIFICATION: 'true' };
    const { session } = await connect({ server: dify.url, email, password, env });

    expect(session.save().credentials).toMatchObject({ kind: 'cookies', cookies: { family: '__Host-' } });
    expect((await session.profile()).name).toBe(name);
  });

  test('tokens from a browser are sent under their own names', async () => {
    await using dify = await startDify('1.14.2', { https: true });
    const disableSslVerification = true;
    const { session } = await connect({ server: dify.url, email, password, disableSslVerification, env: NO_ENV });
    const { credentials } = session.save();
    if (credentials.kind !== 'cookies') throw new Error('no cookies');
    const { access: accessToken, csrf: csrfToken } = credentials.cookies;

    const tokens = { authMethod: 'AccessToken', accessToken, csrfToken, disableSslVerification, env: NO_ENV };
    expect(await connect({ server: dify.url, ...tokens })).toMatchObject({ name, email });
  });
});

describe('what is asked for', () => {
  test('comes from the arguments, then from the environment, then from the defaults', async () => {
    await using dify = await startDify('1.14.2');
    const env = { PSDIFY_URL: dify.url, PSDIFY_EMAIL: 'other@example.com', PSDIFY_PASSWORD: password };

    expect(await connect({ email, env })).toMatchObject({ email, server: dify.url });
    expect(await codeOf(connect({ env }))).toBe('login_failed');
  });

  test.each([
    [
      { authMethod: 'Token' },
      'invalid_auth_method',
      "Invalid value for AuthMethod. Must be 'Password', 'Code', or 'AccessToken'.",
    ],
    [{ password }, 'email_required', 'Email is required for password authentication'],
    [{ authMethod: 'code' }, 'email_required', 'Email is required for code authentication'],
    [{ email }, 'password_required', 'Password is required for password authentication'],
    [{ authMethod: 'accesstoken' }, 'access_token_required', 'AccessToken is required for access token authentication'],
    [
      { authMethod: 'AccessToken', accessToken: 'a' },
      'csrf_token_required',
      'CSRFToken is required for access token authentication',
    ],
    [{ server: 'ftp://dify.example.com' }, 'invalid_server', 'ftp://dify.example.com is not an http or https address.'],
  ] as const)('%j is refused as %s', async (options, code, message) => {
    await using dify = await startDify('1.14.2');

    await expect(connect({ server: dify.url, env: NO_ENV, ...options })).rejects.toMatchObject({ code, message });
  });

  test('with tokens is refused by a server that is too old for them', async () => {
    await using dify = await startDify('1.9.1');

    const tokens = { authMethod: 'AccessToken', accessToken: 'a', csrfToken: 'b', env: NO_ENV };
    await expect(connect({ server: dify.url, ...tokens })).rejects.toMatchObject({
      code: 'unsupported_version',
      message: 'AccessToken authentication requires Dify 1.9.2 or later',
    });
  });

  test('is told in the server’s words when the server refuses', async () => {
    await using dify = await startDify('1.14.2');

    await expect(connect({ server: dify.url, email, password: 'wrong', env: NO_ENV })).rejects.toMatchObject({
      code: 'login_failed',
      status: 401,
      serverCode: 'authentication_failed',
      message: `Failed to login to Dify on ${dify.url}: Invalid email or password.`,
    });
  });

  test('of an address that is no Dify is refused with what was found', async () => {
    const transport = async () => ({ status: 200, header: () => undefined, cookies: [], text: '<html>' });

    expect(await codeOf(connect({ server: 'http://x.example.com', email, password, transport, env: NO_ENV }))).toBe(
      'system_features_failed',
    );
  });
});

describe('a session', () => {
  test('renews itself once after its access token has expired', async () => {
    await using dify = await startDify('1.14.2');
    const { session } = await connect({ server: dify.url, email, password, env: NO_ENV });
    dify.expireAccess();

    expect((await session.profile()).name).toBe(name);

    expect(dify.asked.slice(3)).toEqual(['GET /account/profile', 'POST /refresh-token', 'GET /account/profile']);
  });

  test('renews itself before its token expires, and for all calls at once only once', async () => {
    await using dify = await startDify('1.14.2');
    let now = new Date();
    const { session } = await connect({ server: dify.url, email, password, env: NO_ENV, now: () => now });
    now = new Date(now.getTime() + 3550_000);

    await Promise.all([session.profile(), session.profile(), listMembers(session)]);

    expect(dify.asked.filter((line) => line === 'POST /refresh-token')).toHaveLength(1);
  });

  test('is used again by whoever kept it, for the same server and person', async () => {
    await using dify = await startDify('1.14.2');
    const saved = (await connect({ server: dify.url, email, password, env: NO_ENV })).session.save();
    const before = dify.asked.length;

    expect((await connect({ server: `${dify.url}/`, email, saved, env: NO_ENV })).isReused).toBe(true);
    expect(dify.asked.slice(before)).toEqual(['GET /account/profile']);
  });

  test('is not used again for somebody else, for pasted tokens, by force, or once it has ended', async () => {
    await using dify = await startDify('1.14.2');
    const { session } = await connect({ server: dify.url, email, password, env: NO_ENV });
    const saved = session.save();
    const again = (more: object) => connect({ server: dify.url, password, saved, env: NO_ENV, ...more });

    expect(await codeOf(again({ email: 'eve@example.com' }))).toBe('login_failed');
    expect(await codeOf(again({ authMethod: 'AccessToken' }))).toBe('access_token_required');
    expect((await again({ email, force: true })).isReused).toBe(false);
    await session.disconnect();
    expect((await again({ email })).isReused).toBe(false);
  });

  test('that several programs share is renewed by one of them', async () => {
    await using dify = await startDify('1.14.2');
    let kept = (await connect({ server: dify.url, email, password, env: NO_ENV })).session.save();
    let last: Promise<unknown> = Promise.resolve();
    const shared = {
      load: async (): Promise<SavedSession> => kept,
      save: async (session: SavedSession) => {
        kept = session;
      },
      exclusively: <T>(work: () => Promise<T>): Promise<T> => {
        const turn = last.then(work);
        last = turn.catch(() => {});
        return turn;
      },
    };
    const programs = Array.from({ length: 5 }, () => {
      const session = restoreSession(kept, fetchTransport, () => new Date());
      session.share(shared);
      return session;
    });
    dify.expireAccess();

    const profiles = await Promise.all(programs.map((session) => session.profile()));

    expect(profiles.map((profile) => profile.name)).toEqual([name, name, name, name, name]);
    expect(dify.asked.filter((line) => line === 'POST /refresh-token')).toHaveLength(1);
  });

  test('shows no secret when it is printed, inspected or turned into JSON', async () => {
    await using dify = await startDify('1.14.2');
    const connected = await connect({ server: dify.url, email, password, env: NO_ENV });
    const { credentials } = connected.session.save();
    if (credentials.kind !== 'cookies') throw new Error('no cookies');

    for (const shown of [inspect(connected, { depth: 9 }), JSON.stringify(connected), `${connected.session}`]) {
      expect(shown).not.toContain(credentials.cookies.access);
      expect(shown).not.toContain(credentials.cookies.refresh);
    }
  });
});

describe('a fresh server', () => {
  test('is set up and signed in to', async () => {
    await using dify = await startDify('1.14.2', { fresh: true });

    expect(await initialize({ server: dify.url, email, password, env: NO_ENV })).toMatchObject({ email, name: 'dify' });
  });

  test('that its operator guards wants the init password, from the environment or a person', async () => {
    await using dify = await startDify('1.14.2', { fresh: { initPassword: 'letmein1' } });
    const wrong = { PSDIFY_INIT_PASSWORD: 'wrong' };

    expect(await codeOf(initialize({ server: dify.url, email, password, env: wrong }))).toBe('set_up_failed');
    const askInitPassword = async () => 'letmein1';
    expect(await initialize({ server: dify.url, email, password, env: NO_ENV, askInitPassword })).toMatchObject({
      email,
    });
  });

  test('that is set up already is only signed in to', async () => {
    await using dify = await startDify('1.14.2');

    expect(await initialize({ server: dify.url, email, password, env: NO_ENV })).toMatchObject({ name });
    expect(dify.asked).not.toContain('POST /setup');
  });
});
