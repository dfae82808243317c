import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { type SsoWorld, startSsoWorld } from '../../testing/sso-world.ts';
import { ADMIN } from '../../testing/test-server.ts';

let world: SsoWorld;

beforeEach(async () => {
  world = await startSsoWorld();
  world.people.eve = { id: 5, email: 'eve@partner.example', email_verified: true, name: 'Eve' };
  world.people.ann = { id: 6, email: ADMIN.email, email_verified: true };
});

afterEach(() => world[Symbol.asyncDispose]());

const DEVICE = '/openapi/v1/oauth/device';

async function terminal() {
  const body = { client_id: 'difyctl', device_label: 'difyctl on laptop' };
  const grant = (await world.server.browser().send('POST', `${DEVICE}/code`, body)).json();
  const collect = () =>
    world.server.browser().send('POST', `${DEVICE}/token`, { client_id: 'difyctl', device_code: grant.device_code });
  return { userCode: grant.user_code as string, collect };
}

/** From the page of the terminal to the provider, and back with an approval in the browser. */
async function prove(browser: Browser, userCode: string, login = 'eve') {
  const back = await world.walk(browser, `${DEVICE}/sso-initiate?user_code=${userCode}`, login);
  const complete = String(back.headers.location);
  expect(complete).toContain(`${DEVICE}/sso-complete?sso_assertion=`);
  return { complete, answer: await browser.send('GET', complete) };
}

async function approve(browser: Browser, userCode: string, csrf?: string) {
  const context = (await browser.send('GET', `${DEVICE}/approval-context`)).json();
  const headers = { 'x-csrf-token': csrf ?? context.csrf_token };
  return browser.send('POST', `${DEVICE}/approve-external`, { user_code: userCode }, headers);
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('somebody without an account approves a terminal', () => {
  test('through their provider, and can list and end their own sessions, and nothing else', async () => {
    await world.connectOAuth2({ uses: ['webapp_external'] });
    const { userCode, collect } = await terminal();
    const browser = world.server.browser();

    const { answer } = await prove(browser, userCode);
    expect(answer.headers.location).toBe('/device?sso_verified=1');
    expect((await browser.send('GET', `${DEVICE}/approval-context`)).json()).toMatchObject({
      subject_email: 'eve@partner.example',
      subject_issuer: expect.stringMatching(/^http:\/\/127\.0\.0\.1:/),
      user_code: userCode,
      device_label: 'difyctl on laptop',
      scopes: ['apps:run', 'apps:read:permitted-external'],
    });
    expect((await approve(browser, userCode)).json()).toEqual({ status: 'approved' });

    const collected = (await collect()).json();
    expect(collected).toMatchObject({
      token: expect.stringMatching(/^dfoe_.{43}$/),
      subject_type: 'external_sso',
      subject_email: 'eve@partner.example',
      account: null,
      workspaces: [],
      default_workspace_id: null,
    });
    const headers = bearer(collected.token);
    const own = await world.server.browser().send('GET', '/openapi/v1/account/sessions', undefined, headers);
    expect(own.json().data).toMatchObject([{ id: collected.token_id, prefix: 'dfoe_' }]);
    const account = await world.server.browser().send('GET', '/openapi/v1/account', undefined, headers);
    expect(account.json()).toMatchObject({ code: 'forbidden', message: 'unsupported_token_type', status: 403 });
    const ended = await world.server.browser().send('DELETE', '/openapi/v1/account/sessions/self', undefined, headers);
    expect(ended.json()).toEqual({ status: 'revoked' });
    const after = await world.server.browser().send('GET', '/openapi/v1/account/sessions', undefined, headers);
    expect(after.statusCode).toBe(401);
  });

  test('once with each assertion, in the browser that was at the provider', async () => {
    await world.connectOAuth2({ uses: ['webapp_external'] });
    const { userCode } = await terminal();
    const browser = world.server.browser();
    const { complete } = await prove(browser, userCode);

    const again = await browser.send('GET', complete);
    expect(again.json()).toMatchObject({ code: 'bad_request', message: 'invalid_sso_assertion', status: 400 });

    const back = await world.walk(browser, `${DEVICE}/sso-initiate?user_code=${userCode}`, 'eve');
    const stolen = await world.server.browser().send('GET', String(back.headers.location));
    expect(stolen.json().message).toBe('invalid_sso_assertion');
  });

  test('not for the address of an account', async () => {
    await world.connectOAuth2({ uses: ['webapp_external'] });
    const { userCode } = await terminal();
    const { answer } = await prove(world.server.browser(), userCode, 'ann');
    expect(answer.headers.location).toContain('/device?sso_error=email_belongs_to_dify_account');
  });

  test('not with another code, nor without the proof of the page, nor twice', async () => {
    await world.connectOAuth2({ uses: ['webapp_external'] });
    const [{ userCode }, other] = [await terminal(), await terminal()];
    const browser = world.server.browser();
    const stranger = await world.server.browser().send('POST', `${DEVICE}/approve-external`, { user_code: userCode });
    expect(stranger.json()).toMatchObject({ status: 401, message: 'invalid_session' });
    await prove(browser, userCode);

    expect((await approve(browser, userCode, 'forged')).json()).toMatchObject({
      status: 403,
      message: 'csrf_mismatch',
    });
    expect((await approve(browser, other.userCode)).json()).toMatchObject({
      status: 400,
      message: 'user_code_mismatch',
    });
    const headers = {
      'x-csrf-token': (await browser.send('GET', `${DEVICE}/approval-context`)).json().csrf_token,
    };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        browser.send('POST', `${DEVICE}/approve-external`, { user_code: userCode }, headers),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  });

  test('and loses their terminals once administrators refuse them, or the connection is for others', async () => {
    const connection = await world.connectOAuth2({ uses: ['webapp_external'] });
    const { userCode, collect } = await terminal();
    const browser = world.server.browser();
    await prove(browser, userCode);
    await approve(browser, userCode);
    const headers = bearer((await collect()).json().token);
    const list = () => world.server.browser().send('GET', '/openapi/v1/account/sessions', undefined, headers);
    expect((await list()).statusCode).toBe(200);

    await world.change(connection, { uses: ['workspace'] });

    expect((await list()).statusCode).toBe(401);
  });

  test('only while a connection is for external users, and with a code that waits', async () => {
    const initiate = (code: string) => world.server.browser().send('GET', `${DEVICE}/sso-initiate?user_code=${code}`);
    expect((await initiate('AAAA-AAAA')).statusCode).toBe(404);
    await world.connectOAuth2({ uses: ['webapp_external'] });
    expect((await initiate('')).json()).toMatchObject({ status: 400, message: 'user_code required' });
    expect((await initiate('AAAA-AAAA')).json()).toMatchObject({ status: 400, message: 'invalid_user_code' });
  });
});

describe('WebApps', () => {
  async function publish(accessMode: string): Promise<void> {
    const ann = world.server.browser();
    await ann.signIn(ADMIN.email, ADMIN.password);
    const upstream = 'http://127.0.0.1:9';
    const webApp = await ann.send('POST', '/console/api/webapps', { name: 'Team', code: 'team', upstream });
    if (webApp.statusCode >= 300) throw new Error(webApp.body);
    const access = { access_mode: accessMode, group_ids: [], account_ids: [] };
    const changed = await ann.send('PUT', `/console/api/webapps/${webApp.json().id}/access`, access);
    if (changed.statusCode >= 300) throw new Error(changed.body);
  }

  const start = async (browser: Browser, path: string) => {
    const answer = await browser.send('GET', `/api/enterprise/sso${path}?app_code=team&redirect_url=/device`);
    return answer.json();
  };

  test('open to somebody their provider vouches for, who gets no account', async () => {
    await world.connectOAuth2({ uses: ['webapp_external'] });
    await publish('sso_verified');
    const browser = world.server.browser();
    const { url } = await start(browser, '/oauth2/login');

    const answer = await browser.send('GET', await world.returnFrom(url, 'eve'));

    expect(answer.headers.location).toBe('/device');
    const passport = await browser.send('GET', '/api/passport', undefined, { 'x-app-code': 'team' });
    expect(passport.json().access_token).toEqual(expect.any(String));
    const { accounts, externalUsers } = world.server.context.platform.store;
    expect(await accounts.findByEmail('eve@partner.example')).toBeUndefined();
    expect((await externalUsers.list('', { offset: 0, limit: 10 })).data).toMatchObject([{ subject: '5' }]);
    expect((await start(browser, '/saml/login')).code).toBe('no_sso_connection');
  });

  test('hand a token over in the address only where the operator wants that', async () => {
    await world[Symbol.asyncDispose]();
    world = await startSsoWorld({ LATCHKEY_WEBAPP_TOKEN_IN_URL: 'on' });
    world.people.eve = { id: 5, email: 'eve@partner.example', email_verified: true };
    await world.connectOAuth2({ uses: ['webapp_external'] });
    await publish('sso_verified');
    const browser = world.server.browser();
    const { url } = await start(browser, '/oauth2/login');

    const answer = await browser.send('GET', await world.returnFrom(url, 'eve'));

    expect(answer.headers.location).toMatch(/^\/webapp-signin\?web_sso_token=[\w.-]+&redirect_url=%2Fdevice$/);
  });

  test('open to members by a connection that is for them', async () => {
    await publish('private_all');
    await world.connectOAuth2({ uses: ['webapp_members', 'workspace'], domains: [] });
    await world.setPolicy({ sso: true, create_personal_spaces: true });
    const browser = world.server.browser();
    const { url } = await start(browser, '/members/oauth2/login');

    const answer = await browser.send('GET', await world.returnFrom(url, 'eve'));

    expect(answer.headers.location).toBe('/device');
    const passport = await browser.send('GET', '/api/passport', undefined, { 'x-app-code': 'team' });
    expect(passport.json().access_token).toEqual(expect.any(String));
    expect((await browser.send('GET', '/console/api/account/profile')).json().email).toBe('eve@partner.example');
  });
});
