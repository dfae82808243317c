import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { countLetters, lastLetter } from '../../testing/last-letter.ts';
import { setPolicy } from '../../testing/set-policy.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

const BOB = 'bob@example.com';
const PASSWORD = 'marble fountain 4';
const api = '/console/api/email-register';

let server: TestServer;
let browser: Browser;
beforeEach(async () => {
  server = await startSetUpServer();
  browser = server.browser();
});
afterEach(() => server.close());

async function prove(email = BOB): Promise<string> {
  const token = (await browser.send('POST', `${api}/send-email`, { email })).json().data;
  const { code } = await lastLetter(server, 'registration_code', email);
  return (await browser.send('POST', `${api}/validity`, { email, code, token })).json().token;
}

const register = (token: string, more: object = {}) =>
  browser.send('POST', api, { token, new_password: PASSWORD, password_confirm: PASSWORD, ...more });

describe('registering', () => {
  test('ends signed in, with the tokens in the answer and in cookies, in a personal space', async () => {
    await setPolicy(server, { registration: true, personalSpaces: true });

    const response = await register(await prove(), { name: 'Bob', language: 'ja-JP', timezone: 'Asia/Tokyo' });

    expect(response.json()).toMatchObject({
      result: 'success',
      data: { access_token: browser.cookies.get('access_token') },
    });
    expect((await browser.send('GET', '/console/api/account/profile')).json()).toMatchObject({
      email: BOB,
      name: 'Bob',
      interface_language: 'ja-JP',
      timezone: 'Asia/Tokyo',
      is_password_set: true,
    });
    const { workspaces } = (await browser.send('GET', '/console/api/workspaces')).json();
    expect(workspaces.map(({ name }: { name: string }) => name)).toEqual(["Bob's Workspace"]);
  });

  test('without personal spaces ends waiting, and lets the person ask for access once the answer is awaited', async () => {
    await setPolicy(server, { registration: true });

    const response = await register(await prove());

    expect(response.json()).toEqual({ result: 'fail', data: expect.stringContaining('workspace not found') });
    expect([...browser.cookies.keys()]).toEqual(['unfinished_sign_in']);
    const asked = await browser.send('POST', '/console/api/access-request', { message: 'I am new in the lab' });
    expect(asked.json()).toEqual({ result: 'success' });
    expect((await browser.send('GET', '/console/api/unfinished-sign-in')).json()).toMatchObject({
      step: 'waiting',
      email: BOB,
      access_request: { message: 'I am new in the lab', status: 'open' },
    });
    expect(await lastLetter(server, 'access_requested', ADMIN.email)).toMatchObject({ email: BOB });
  });

  test('goes on by itself once a workspace is there', async () => {
    await setPolicy(server, { registration: true });
    await register(await prove());
    expect((await browser.send('POST', '/console/api/unfinished-sign-in')).json()).toMatchObject({ result: 'fail' });
    const { store } = server.context.platform;
    const bob = await store.accounts.findByEmail(BOB);
    const [workspace] = await store.workspaces.listOf((await store.accounts.findByEmail(ADMIN.email))?.id ?? never());
    await store.workspaces.addMember({
      workspaceId: workspace?.id ?? never(),
      accountId: bob?.id ?? never(),
      role: 'normal',
      createdAt: new Date(),
    });

    expect((await browser.send('POST', '/console/api/unfinished-sign-in')).json()).toEqual({ result: 'success' });
    expect((await browser.send('GET', '/console/api/account/profile')).json().email).toBe(BOB);
  });

  test('is refused at every step while it is off', async () => {
    for (const [path, body] of [
      ['/send-email', { email: BOB }],
      ['/validity', { email: BOB, code: '1', token: 't' }],
      ['', { token: 't', new_password: PASSWORD, password_confirm: PASSWORD }],
    ] as const) {
      expect((await browser.send('POST', `${api}${path}`, body)).json().code).toBe('forbidden');
    }
  });

  test('is refused when it was switched off after the code was proven, and leaves no account', async () => {
    await setPolicy(server, { registration: true, personalSpaces: true });
    const token = await prove();
    await setPolicy(server, { registration: false });

    expect((await register(token)).json().code).toBe('forbidden');
    expect(await server.context.platform.store.accounts.findByEmail(BOB)).toBeUndefined();
  });

  test('answers an address that has an account the same, and tells its owner', async () => {
    await setPolicy(server, { registration: true });

    const taken = await browser.send('POST', `${api}/send-email`, { email: ADMIN.email });

    expect(taken.json()).toEqual({ result: 'success', data: expect.any(String) });
    expect(await countLetters(server, 'already_registered', ADMIN.email)).toBe(1);
    const guess = { email: ADMIN.email, code: '123456', token: taken.json().data };
    expect((await browser.send('POST', `${api}/validity`, guess)).json().code).toBe('email_code_error');
  });

  test('makes one account of an address when two register it at once', async () => {
    await setPolicy(server, { registration: true, personalSpaces: true });
    const token = await prove();

    const answers = await Promise.all([register(token), register(token), register(token)]);

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 400, 400]);
    const listed = await server.context.platform.store.accounts.list(
      {
        search: BOB,
        status: undefined,
        workspaceId: undefined,
        withoutWorkspace: undefined,
        sort: 'name',
        descending: false,
      },
      { offset: 0, limit: 10 },
    );
    expect(listed.total).toBe(1);
  });

  test('with a code does the same as the page: an unknown address becomes an account with a personal space', async () => {
    await setPolicy(server, { registration: true, personalSpaces: true, emailCode: true });
    const token = (await browser.send('POST', '/console/api/email-code-login', { email: BOB })).json().data;
    const { code } = await lastLetter(server, 'sign_in_code', BOB);

    const body = { email: BOB, code, token, language: 'zh-Hans' };
    const response = await browser.send('POST', '/console/api/email-code-login/validity', body);

    expect(response.json()).toEqual({ result: 'success' });
    const { workspaces } = (await browser.send('GET', '/console/api/workspaces')).json();
    expect(workspaces.map(({ name }: { name: string }) => name)).toEqual(["bob's Workspace"]);
  });

  test('takes every new account into the default workspace', async () => {
    await setPolicy(server, { registration: true });
    const { store } = server.context.platform;
    const admin = await store.accounts.findByEmail(ADMIN.email);
    const [workspace] = await store.workspaces.listOf(admin?.id ?? never());
    const { settings, version } = await store.settings.get();
    await store.settings.set({ ...settings, defaultWorkspaceId: workspace?.id ?? never() }, version);
    await server.context.rules.refresh();

    expect((await register(await prove())).json().result).toBe('success');

    const { workspaces } = (await browser.send('GET', '/console/api/workspaces')).json();
    expect(workspaces.map(({ name }: { name: string }) => name)).toEqual(["Ann's Workspace"]);
  });
});

function never(): never {
  throw new Error('not there');
}
