import { describe, expect, test } from 'vitest';
import { administer } from './support/administer.ts';
import { type Answer, DotnetSession } from './support/dotnet-session.ts';
import { Mailbox } from './support/mailbox.ts';
import { Server } from './support/server.ts';
import { setSignInPolicy } from './support/sign-in-policy.ts';
import { startProxy } from './support/tls-proxy.ts';

const DIFY = { email: 'dify@example.com', password: 'difyai123456', name: 'Dify' };
const api = '/console/api';
const base64 = (text: string) => Buffer.from(text).toString('base64');

async function startInitialized(env: Record<string, string> = {}): Promise<Server> {
  const server = await Server.start(env);
  const session = new DotnetSession(server.address);
  expect((await session.send('GET', `${api}/setup`)).body).toMatchObject({ step: 'not_started' });
  await session.send('POST', `${api}/setup`, DIFY);
  return server;
}

/** What the module does to sign in by password. */
async function connect(server: Server, session = new DotnetSession(server.address)): Promise<DotnetSession> {
  const features = await session.send('GET', `${api}/system-features`);
  expect(features.headers['x-version']).toMatch(/^\d+\.\d+\.\d+$/);
  expect(features.headers['content-type']).toContain('application/json');
  const login = { email: DIFY.email, password: base64(DIFY.password), language: 'en-US', remember_me: false };
  expect((await session.send('POST', `${api}/login`, login)).body).toEqual({ result: 'success' });
  return session;
}

const profile = (session: DotnetSession): Promise<Answer> => session.send('GET', `${api}/account/profile`);

describe('the PowerShell module for Dify', () => {
  test('sets a fresh server up', async () => {
    await using server = await Server.start();
    const session = new DotnetSession(`${server.address}/`);

    expect((await session.send('GET', `${api}/setup`)).body).toMatchObject({ step: 'not_started' });
    expect((await session.send('GET', `${api}/init`)).body).toEqual({ status: 'finished' });
    expect(await session.send('POST', `${api}/setup`, DIFY)).toMatchObject({
      status: 201,
      body: { result: 'success' },
    });

    expect((await profile(await connect(server))).body).toMatchObject({ name: DIFY.name, email: DIFY.email });
  });

  test('sets a server up that its operator guards with an init password, remembered in the session cookie', async () => {
    await using server = await Server.start({ LATCHKEY_INIT_PASSWORD: 'init-password' });
    const session = new DotnetSession(server.address);
    expect((await session.send('GET', `${api}/init`)).body).toEqual({ status: 'not_started' });

    expect(await session.send('POST', `${api}/init`, { password: 'init-password' })).toMatchObject({ status: 201 });
    expect((await session.send('GET', `${api}/init`)).body).toEqual({ status: 'finished' });
    expect(await session.send('POST', `${api}/setup`, DIFY)).toMatchObject({ status: 201 });
  });

  test('signs in by password, reads the profile, and signs out with an empty body', async () => {
    await using server = await startInitialized();
    const session = await connect(server);
    expect((await profile(session)).body).toMatchObject({
      name: DIFY.name,
      email: DIFY.email,
      created_at: expect.any(Number),
    });

    expect(await session.send('POST', `${api}/logout`)).toMatchObject({ status: 200, body: { result: 'success' } });
    const refused = await profile(session);
    expect([refused.status, refused.body.code]).toEqual([401, 'unauthorized']);
  });

  test('signs in by a code from a letter', async () => {
    await using mailbox = await Mailbox.open();
    await using server = await startInitialized(mailbox.env);
    await setSignInPolicy(server, { email_code: true }, { email: DIFY.email, password: DIFY.password });
    const session = new DotnetSession(server.address);

    const asked = await session.send('POST', `${api}/email-code-login`, { email: DIFY.email, language: 'en-US' });
    const { code } = await mailbox.letterTo(DIFY.email);
    const typed = { email: DIFY.email, code: base64(code), token: asked.body.data };
    expect((await session.send('POST', `${api}/email-code-login/validity`, typed)).body).toEqual({ result: 'success' });

    expect((await profile(session)).body).toMatchObject({ email: DIFY.email });
  });

  test('signs in with tokens that were copied, under all four names, and survives a renewal beside them', async () => {
    await using server = await startInitialized();
    const first = await connect(server);
    // Over plain http the cookies have their plain names, which the module's own tests ask for.
    const [access, csrf] = [first.cookie('access_token'), first.cookie('csrf_token')];
    const pasted = new DotnetSession(server.address);
    pasted.seed(access, csrf);

    expect((await profile(pasted)).body).toMatchObject({ email: DIFY.email });
    await pasted.send('POST', `${api}/login`, { email: DIFY.email, password: base64(DIFY.password) });
    expect((await profile(pasted)).body).toMatchObject({ email: DIFY.email });
  });

  test('waits, as Windows PowerShell does, to be told to send a body', async () => {
    await using server = await startInitialized();
    const session = await connect(server, new DotnetSession(server.address, '5.1'));

    expect((await profile(session)).body).toMatchObject({ email: DIFY.email });
    expect(await session.send('POST', `${api}/logout`)).toMatchObject({ status: 200 });
  });

  test('signs in behind a TLS proxy, by password and with the tokens of that session', async () => {
    await using server = await startInitialized({ LATCHKEY_TRUSTED_PROXIES: 'loopback' });
    await using proxy = await startProxy(server.address, 'https', 'https');
    const session = await connect(server, new DotnetSession(proxy.address));
    expect((await profile(session)).body).toMatchObject({ email: DIFY.email });

    const pasted = new DotnetSession(`${proxy.address}/`);
    pasted.seed(session.cookie('__Host-access_token'), session.cookie('__Host-csrf_token'));

    expect((await profile(pasted)).body).toMatchObject({ email: DIFY.email });
    expect(await pasted.send('POST', `${api}/logout`)).toMatchObject({ status: 200 });
    expect((await profile(session)).status).toBe(401);
  });

  test('is told in a JSON body what is wrong with tokens that were pasted', async () => {
    await using server = await startInitialized();
    const first = await connect(server);
    const [access, csrf] = [first.cookie('access_token'), first.cookie('csrf_token')];
    const other = (await connect(server)).cookie('csrf_token');
    const refused = async (...tokens: [string, string]) => {
      const pasted = new DotnetSession(server.address);
      pasted.seed(...tokens);
      const { status, body } = await profile(pasted);
      return [status, body.code, body.status, body.message];
    };
    const saying = (words: string) => [401, 'unauthorized', 401, expect.stringContaining(words)];

    expect(await refused('not a token', csrf)).toEqual(saying('Invalid token'));
    expect(await refused(access, '')).toEqual(saying('CSRF token is missing or invalid.'));
    expect(await refused(access, other)).toEqual(saying('CSRF token is missing or invalid.'));
    expect(await refused(csrf, access)).toEqual(saying('Invalid token'));
    await server.advance(3601);
    expect(await refused(access, csrf)).toEqual(saying('Token has expired.'));
  });

  test('ends a session also when its access token has expired', async () => {
    await using server = await startInitialized();
    const session = await connect(server);
    const refresh = session.cookie('refresh_token');
    await server.advance(3601);

    expect(await session.send('POST', `${api}/logout`)).toMatchObject({ status: 200, body: { result: 'success' } });

    expect(refresh).not.toBe('');
    const again = await fetch(`${server.address}${api}/refresh-token`, {
      method: 'POST',
      headers: { cookie: `refresh_token=${refresh}` },
    });
    expect(again.status).toBe(401);
  });

  test('is told a wrong password in a JSON body', async () => {
    await using server = await startInitialized();
    const body = { email: DIFY.email, password: base64('wrong'), language: 'en-US', remember_me: false };

    expect(await new DotnetSession(server.address).send('POST', `${api}/login`, body)).toMatchObject({
      status: 401,
      body: { code: 'authentication_failed', message: 'Invalid email or password.', status: 401 },
    });
  });

  test('invites members, lists them at once, gives roles and removes them', async () => {
    await using server = await startInitialized();
    const session = await connect(server);
    const members = async () =>
      (await session.send('GET', `${api}/workspaces/current/members`)).body.accounts as Record<string, string>[];
    const invite = (email: string, role: string) =>
      session.send('POST', `${api}/workspaces/current/members/invite-email`, {
        emails: [email],
        role,
        language: 'en-US',
      });

    expect(await members()).toMatchObject([{ name: 'Dify', role: 'owner', status: 'active' }]);
    for (const [email, role] of [
      ['editor1@example.com', 'editor'],
      ['editor2@example.com', 'editor'],
      ['normal1@example.com', 'normal'],
      ['normal2@example.com', 'normal'],
    ] as const) {
      const invited = await invite(email, role);
      expect(invited).toMatchObject({ status: 201, body: { result: 'success' } });
      const [result] = invited.body.invitation_results as { url: string }[];
      expect(result?.url).toMatch(/\/activate\?/);
      const listed = (await members()).find((member) => member.email === email);
      expect(listed).toMatchObject({ name: email.split('@')[0], role });
    }
    const idOf = async (email: string) => (await members()).find((member) => member.email === email)?.id;
    const path = `${api}/workspaces/current/members/${await idOf('normal1@example.com')}`;
    expect((await session.send('PUT', `${path}/update-role`, { role: 'admin' })).body).toEqual({ result: 'success' });
    expect((await members()).find(({ email }) => email === 'normal1@example.com')).toMatchObject({ role: 'admin' });
    expect((await session.send('DELETE', path)).status).toBe(200);
    expect(await members()).toHaveLength(4);
    for (const { id, role } of await members()) {
      if (role === 'owner') continue;
      expect((await session.send('DELETE', `${api}/workspaces/current/members/${id}`)).status).toBe(200);
    }
    expect(await members()).toMatchObject([{ name: 'Dify', role: 'owner' }]);
  });

  test('lists, asks for and switches workspaces', async () => {
    await using server = await startInitialized();
    const session = await connect(server);

    const current = await session.send('POST', `${api}/workspaces/current`, {});
    expect(current.body).toMatchObject({ name: "Dify's Workspace", status: 'normal', role: 'owner' });
    const { workspaces } = (await session.send('GET', `${api}/workspaces`)).body;
    expect(workspaces).toMatchObject([{ id: current.body.id, current: true }]);
    const act = await administer(server, DIFY);
    const second = await act('POST', '/workspaces', { name: 'Second', owner_email: DIFY.email });

    const switched = await session.send('POST', `${api}/workspaces/switch`, { tenant_id: second.id });
    expect(switched.body).toMatchObject({ result: 'success', new_tenant: { id: second.id, name: 'Second' } });
    // The tokens stay the same: the workspace is the account's.
    expect((await session.send('POST', `${api}/workspaces/current`, {})).body).toMatchObject({ name: 'Second' });
    const after = (await session.send('GET', `${api}/workspaces`)).body.workspaces as {
      name: string;
      current: boolean;
    }[];
    expect(after).toHaveLength(2);
    expect(after.filter(({ current: isCurrent }) => !isCurrent)).toMatchObject([{ name: "Dify's Workspace" }]);
    const back = await session.send('POST', `${api}/workspaces/switch`, { tenant_id: current.body.id });
    expect(back.body).toMatchObject({ new_tenant: { name: "Dify's Workspace" } });
  });
});
