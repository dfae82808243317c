import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type GateWorld, ID, startGateWorld } from '../../testing/gate-world.ts';
import { lastLetter } from '../../testing/last-letter.ts';
import { setPolicy } from '../../testing/set-policy.ts';
import { ADMIN } from '../../testing/test-server.ts';
import type { Answer } from '../../testing/visitor.ts';

let world: GateWorld;
beforeEach(async () => {
  world = await startGateWorld();
});
afterEach(() => world[Symbol.asyncDispose]());

const api = (method: string, path: string, headers: Record<string, string> = {}, body?: object): Promise<Answer> =>
  world.visitor().send(method, `${ID}/api${path}`, { headers, ...(body === undefined ? {} : { body }) });

const PERSON = { email: ADMIN.email, password: Buffer.from(ADMIN.password).toString('base64') };

async function signIn(person: object = PERSON): Promise<string> {
  const answer = await api('POST', '/login', {}, person);
  expect(answer.status).toBe(200);
  return tokenOf(answer);
}

function tokenOf(answer: Answer): string {
  const { data } = answer.json() as { data: { access_token: string } };
  return data.access_token;
}

function claimsOf(token: string) {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function passport(code: string, token?: string): Promise<Answer> {
  return api('GET', '/passport', { 'x-app-code': code, ...(token === undefined ? {} : bearer(token)) });
}

describe('signing in to WebApps', () => {
  test('answers a token, sets no cookie, and shows as a session that its owner can end', async () => {
    const answer = await api('POST', '/login', {}, PERSON);

    expect(Object.keys(answer.json())).toEqual(['result', 'data']);
    expect(answer.headers['set-cookie']).toBeUndefined();
    const claims = claimsOf(tokenOf(answer));
    expect(claims).toMatchObject({
      sub: 'Web API Passport',
      session_id: ADMIN.email,
      token_source: 'webapp_login_token',
      auth_type: 'internal',
    });
    await world.publish('team');
    expect((await passport('team', tokenOf(answer))).status).toBe(200);
    const { data } = await world.ask('GET', '/account/sessions');
    const [mine] = (data as { id: string; is_current?: boolean }[]).filter(({ id }) => id === claims.sid);
    await world.ask('DELETE', `/account/sessions/${mine?.id}`);
    expect((await passport('team', tokenOf(answer))).json().code).toBe('web_sso_auth_required');
  });

  test('says the same for an unknown address as for a wrong password, and keeps both tries', async () => {
    const wrong = await api('POST', '/login', {}, { ...PERSON, password: 'not it 123' });
    const unknown = await api('POST', '/login', {}, { ...PERSON, email: 'nobody@example.com' });

    expect([wrong.status, unknown.body]).toEqual([401, wrong.body]);
    expect(wrong.json().code).toBe('authentication_failed');
    const reference = String(unknown.headers['x-request-id']);
    expect(await world.server.context.platform.store.attempts.findByReference(reference)).toMatchObject({
      email: 'nobody@example.com',
      rule: 'unknown_account',
    });
  });

  test('counts against the lock of the console', async () => {
    for (let n = 0; n < 6; n += 1) await api('POST', '/login', {}, { ...PERSON, password: `wrong ${n} pass` });
    expect((await api('POST', '/login', {}, PERSON)).json().code).toBe('email_code_login_limit');
    const body = { email: ADMIN.email, password: ADMIN.password };
    expect((await world.visitor().send('POST', `${ID}/console/api/login`, { body })).status).toBe(429);
  });

  test('is refused by the switches of the sign-in policy', async () => {
    await setPolicy(world.server, { password: false });
    expect((await api('POST', '/login', {}, PERSON)).json().code).toBe('forbidden');
    expect((await api('GET', '/system-features')).json().webapp_auth).toMatchObject({
      enabled: true,
      allow_email_password_login: false,
    });
  });

  test('works with a code from a letter, and never makes an account', async () => {
    await setPolicy(world.server, { emailCode: true, registration: true });
    const asked = await api('POST', '/email-code-login', {}, { email: ADMIN.email });
    const { code } = await lastLetter(world.server, 'sign_in_code', ADMIN.email);
    const typed = { email: ADMIN.email, code: btoa(code), token: asked.json().data };

    const signedIn = await api('POST', '/email-code-login/validity', {}, typed);

    expect([signedIn.status, typeof tokenOf(signedIn)]).toEqual([200, 'string']);
    const stranger = await api('POST', '/email-code-login', {}, { email: 'new@example.com' });
    expect([stranger.status, typeof stranger.json().data]).toEqual([200, 'string']);
    expect(await world.server.context.platform.store.accounts.findByEmail('new@example.com')).toBeUndefined();
  });

  test('ends with signing out, for the token and for its passports', async () => {
    await world.publish('team');
    const token = await signIn();
    const granted = String((await passport('team', token)).json().access_token);

    expect((await api('POST', '/logout', bearer(token))).json()).toEqual({ result: 'success' });

    expect((await passport('team', token)).json().code).toBe('web_sso_auth_required');
    expect((await status('team', token, granted)).json()).toEqual({ logged_in: false, app_logged_in: false });
  });

  test('ends with signing out for an external user, at every app they had open', async () => {
    const { id, url } = await world.publish('open', { access_mode: 'public' });
    const { platform, webAppTokens } = world.server.context;
    const { secrets, store, clock } = platform;
    const now = clock();
    const user = await store.externalUsers.visit({
      id: secrets.newId(),
      connectionId: secrets.newId(),
      subject: 'outside-7',
      email: 'olga@partner.example',
      name: 'Olga',
      createdAt: now,
      lastVisitAt: now,
    });
    await store.appSessions.add({
      tokenHash: secrets.digest('the token of a session'),
      nonceHash: null,
      webAppId: id as Parameters<typeof store.webApps.find>[0],
      consoleSessionId: null,
      externalUserId: user.id,
      provenPassphrase: null,
      shareLinkId: null,
      ip: '127.0.0.1',
      createdAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
    });
    const visit = async () => {
      await world.visitor().send('GET', url, { headers: { cookie: 'latchkey_app=the token of a session' } });
      return world.application.received.at(-1)?.headers['x-latchkey-email'];
    };
    expect(await visit()).toBe('olga@partner.example');
    const token = webAppTokens.login.sign({
      sub: 'Web API Passport',
      token_source: 'webapp_login_token',
      auth_type: 'external',
      user_id: user.id,
      session_id: 'olga@partner.example',
      exp: Math.floor(now.getTime() / 1000) + 3600,
    });

    expect((await api('POST', '/logout', bearer(token))).status).toBe(200);

    expect(await visit()).toBeUndefined();
  });

  test('lasts a day', async () => {
    await world.publish('team');
    const token = await signIn();
    world.server.advance(24 * 3600 - 1);
    expect((await passport('team', token)).status).toBe(200);
    world.server.advance(1);
    expect((await passport('team', token)).json().code).toBe('web_sso_auth_required');
  });
});

describe('the access mode of a WebApp', () => {
  test('is told by code and by id, and refused in Dify’s words', async () => {
    const { id } = await world.publish('team');
    expect((await api('GET', '/webapp/access-mode?appCode=team')).json()).toEqual({ accessMode: 'private_all' });
    expect((await api('GET', `/webapp/access-mode?appId=${id}`)).json()).toEqual({ accessMode: 'private_all' });
    expect((await api('GET', '/webapp/access-mode')).json()).toEqual({
      code: 'invalid_param',
      message: 'appId or appCode must be provided',
      status: 400,
    });
    expect((await api('GET', '/webapp/access-mode?appCode=none')).json().message).toBe('App with code none not found');
  });
});

const status = (code: string, token?: string, passport?: string) =>
  api('GET', `/login/status?app_code=${code}`, {
    ...(token === undefined ? {} : bearer(token)),
    ...(passport === undefined ? {} : { 'x-app-passport': passport }),
  });

describe('the sign-in status', () => {
  test('says who is signed in, and to which app', async () => {
    await world.publish('team');
    await world.publish('open', { access_mode: 'public' });
    const token = await signIn();
    const granted = String((await passport('team', token)).json().access_token);

    expect((await status('team')).json()).toEqual({ logged_in: false, app_logged_in: false });
    expect((await status('open')).json()).toEqual({ logged_in: true, app_logged_in: false });
    expect((await status('team', token)).json()).toEqual({ logged_in: true, app_logged_in: false });
    expect((await status('team', token, granted)).json()).toEqual({ logged_in: true, app_logged_in: true });
    expect((await api('GET', '/login/status')).json()).toEqual({ logged_in: false, app_logged_in: false });
    expect((await api('GET', '/login/status?app_code=none')).status).toBe(400);
  });
});

describe('a passport', () => {
  test('is for anybody where nobody is asked, and expires all the same', async () => {
    const { id } = await world.publish('open', { access_mode: 'public' });
    const answer = await api('GET', '/passport?user_id=visitor-7', { 'x-app-code': 'open' });
    const claims = claimsOf(String(answer.json().access_token));
    expect(claims).toMatchObject({ iss: id, app_code: 'open', sub: 'Web API Passport', session_id: 'visitor-7' });
    expect(claims.end_user_id).not.toBe('visitor-7');
    expect(claims.exp).toBeGreaterThan(0);
  });

  test('is refused in Dify’s words', async () => {
    await world.publish('team');
    const { id } = await world.publish('off', { access_mode: 'public' });
    await world.ask('PATCH', `/webapps/${id}`, { enabled: false });

    expect((await api('GET', '/passport')).json()).toEqual({
      code: 'unauthorized',
      message: 'X-App-Code header is missing.',
      status: 401,
    });
    expect((await passport('team')).json()).toEqual({
      code: 'web_sso_auth_required',
      message: 'Web app authentication required.',
      status: 401,
    });
    expect((await passport('none')).status).toBe(404);
    expect((await passport('off')).status).toBe(404);
    const granted = String((await passport('team', await signIn())).json().access_token);
    expect((await passport('team', granted)).json().message).toBe(
      "Invalid token source. Expected 'webapp_login_token'.",
    );
  });

  test('is refused to a member who is not chosen, with the reason', async () => {
    await world.publish('private', { access_mode: 'private' });
    const answer = await passport('private', await signIn());
    expect([answer.status, answer.json().code, answer.json().message]).toEqual([
      401,
      'web_app_access_denied',
      'This app is for chosen people, and you are not among them.',
    ]);
  });

  test('proves the permission for its own app, and for no other', async () => {
    const [team, other] = [await world.publish('team'), await world.publish('other')];
    const token = await signIn();
    const granted = String((await passport('team', token)).json().access_token);
    const permission = (app: { id: string; code: string }, sent?: string) =>
      api('GET', `/webapp/permission?appId=${app.id}`, {
        'x-app-code': app.code,
        ...(sent === undefined ? {} : { 'x-app-passport': sent }),
      });

    expect((await permission(team, granted)).json()).toEqual({ result: true });
    expect((await permission(other, granted)).json().code).toBe('web_app_access_denied');
    expect((await permission(team)).json().message).toBe('Access token is missing.');
    expect((await permission(team, token)).json().code).toBe('web_sso_auth_required');
    expect((await permission(team, 'a.b.c')).json().code).toBe('web_sso_auth_required');
    expect((await api('GET', '/webapp/permission')).json().message).toBe('appId must be provided');
  });

  test('granted or refused is written down, where the administrator can look it up', async () => {
    await world.publish('team');
    await world.publish('private', { access_mode: 'private' });
    const token = await signIn();
    const { attempts } = world.server.context.platform.store;
    const noted = async (answer: Answer) => attempts.findByReference(String(answer.headers['x-request-id']));

    expect(await noted(await passport('team', token))).toMatchObject({
      method: 'webapp',
      email: ADMIN.email,
      refusal: null,
      details: { webapp: 'team', way: 'passport' },
    });
    expect(await noted(await passport('private', token))).toMatchObject({
      email: ADMIN.email,
      refusal: 'not_chosen',
      rule: 'webapp_refused',
      details: { webapp: 'private', reason: 'not_chosen' },
    });
  });

  test('is void once who may open the app has changed', async () => {
    const team = await world.publish('team');
    const token = await signIn();
    const granted = String((await passport('team', token)).json().access_token);
    world.server.advance(1);

    await world.ask('PUT', `/webapps/${team.id}/access`, {
      access_mode: 'private_all',
      group_ids: [],
      account_ids: [],
    });

    const headers = { 'x-app-code': 'team', 'x-app-passport': granted };
    expect((await api('GET', `/webapp/permission?appId=${team.id}`, headers)).json()).toEqual({
      code: 'web_app_access_denied',
      message: 'SSO settings have been updated. Please re-login.',
      status: 401,
    });
    expect((await status('team', token, granted)).json()).toEqual({ logged_in: true, app_logged_in: false });
  });

  test('is no use to somebody who was banned since', async () => {
    const team = await world.publish('team');
    const member = await world.member('Mel');
    const token = await signIn({ email: 'mel@example.com', password: 'correct horse 2' });
    const granted = String((await passport('team', token)).json().access_token);
    const { accounts } = world.server.context.platform.store;

    await accounts.setStatus(member.accountId as Parameters<typeof accounts.setStatus>[0], 'banned');

    const headers = { 'x-app-code': 'team', 'x-app-passport': granted };
    expect((await api('GET', `/webapp/permission?appId=${team.id}`, headers)).json()).toEqual({ result: false });
  });

  test('does not pass for a token of the console, nor the other way round', async () => {
    const token = await signIn();
    await world.publish('team');
    const granted = String((await passport('team', token)).json().access_token);
    for (const wrong of [token, granted]) {
      const answer = await world.visitor().send('GET', `${ID}/console/api/account/profile`, {
        headers: { ...bearer(wrong), cookie: `csrf_token=${wrong}`, 'x-csrf-token': wrong },
      });
      expect(answer.status).toBe(401);
    }
    const console = world.ann.cookie('id.example.test', 'access_token') ?? '';
    expect((await passport('team', console)).json().code).toBe('web_sso_auth_required');
  });
});

describe('single sign-on for WebApps', () => {
  test.each(['/enterprise/sso/oidc/login', '/enterprise/sso/members/saml/login'])(
    '%s says that there is no connection while there is none',
    async (path) => {
      await world.publish('team');
      const answer = await api('GET', `${path}?app_code=team&redirect_url=/`);
      expect([answer.status, answer.json().code]).toEqual([409, 'no_sso_connection']);
    },
  );
});
