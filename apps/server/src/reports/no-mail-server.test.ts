import type { LetterKind } from '@latchkey/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { joinWorkspace, MEMBER_PASSWORD } from '../testing/join-workspace.ts';
import { setPolicy } from '../testing/set-policy.ts';
import { signInAdministrator } from '../testing/sign-in-administrator.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../testing/test-server.ts';

// What people without a mail server have reported elsewhere: "check your mail" was where their way ended.
const BOB = 'bob@example.com';
const NEXT = 'violet harbour 7';
const NEW_ADDRESS = 'ann.new@example.com';
const api = '/console/api';

let server: TestServer;
let admin: Browser;
beforeEach(async () => {
  server = await startSetUpServer();
  await setPolicy(server, { emailCode: true, registration: true, personalSpaces: true });
  admin = await signInAdministrator(server);
});
afterEach(() => server.close());

/** What the administrator reads in the outbox and hands over. */
async function handOver(kind: LetterKind, to: string): Promise<{ readonly code: string; readonly link: string }> {
  const [listed] = (await admin.send('GET', `/admin-api/v1/letters?kind=${kind}&q=${to}`)).json().data;
  expect(listed).toMatchObject({ kind, to, status: 'waiting' });
  const { content } = (await admin.send('GET', `/admin-api/v1/letters/${listed.id}`)).json();
  const code = /\b\d{6}\b/.exec(content.text)?.[0] ?? '';
  return { code, link: /https?:\/\/\S+#\S+/.exec(content.text)?.[0] ?? '' };
}

async function signedIn(): Promise<Browser> {
  const browser = server.browser();
  await browser.signIn(ADMIN.email, ADMIN.password);
  server.advance(1);
  return browser;
}

describe('the way ended at "check your mail" for somebody who wanted', () => {
  test('to sign in with a code', async () => {
    const browser = server.browser();
    const token = (await browser.send('POST', `${api}/email-code-login`, { email: ADMIN.email })).json().data;

    const { code } = await handOver('sign_in_code', ADMIN.email);

    const typed = { email: ADMIN.email, token, code };
    expect((await browser.send('POST', `${api}/email-code-login/validity`, typed)).json().result).toBe('success');
  });

  test('to register', async () => {
    const browser = server.browser();
    const token = (await browser.send('POST', `${api}/email-register/send-email`, { email: BOB })).json().data;

    const { code } = await handOver('registration_code', BOB);

    const typed = { email: BOB, token, code };
    const proven = (await browser.send('POST', `${api}/email-register/validity`, typed)).json().token;
    const wanted = { token: proven, new_password: NEXT, password_confirm: NEXT };
    expect((await browser.send('POST', `${api}/email-register`, wanted)).json().result).toBe('success');
  });

  test('a new password', async () => {
    const browser = server.browser();
    const token = (await browser.send('POST', `${api}/forgot-password`, { email: ADMIN.email })).json().data;

    const { code } = await handOver('password_reset_code', ADMIN.email);

    const typed = { email: ADMIN.email, token, code };
    const proven = (await browser.send('POST', `${api}/forgot-password/validity`, typed)).json().token;
    const wanted = { token: proven, new_password: NEXT, password_confirm: NEXT };
    expect((await browser.send('POST', `${api}/forgot-password/resets`, wanted)).json().result).toBe('success');
  });

  test('a new password that an administrator had started by a link', async () => {
    const ann = await signedIn();
    await joinWorkspace(server, ann, BOB);
    const { id } = (await server.context.platform.store.accounts.findByEmail(BOB)) ?? {};
    await admin.send('POST', `/admin-api/v1/accounts/${id}/password-reset`, { kind: 'link' });

    const { link } = await handOver('password_reset_link', BOB);

    const wanted = { token: new URL(link).hash.slice(1), new_password: NEXT };
    const set = await server.browser().send('POST', `${api}/password-link/password`, wanted);
    expect(set.json().result).toBe('success');
    expect((await server.browser().signIn(BOB, NEXT)).json().result).toBe('success');
  });

  test('to accept an invitation', async () => {
    const ann = await signedIn();
    const invited = { emails: [BOB], role: 'normal' };
    await ann.send('POST', `${api}/workspaces/current/members/invite-email`, invited);

    const { link } = await handOver('invitation', BOB);

    const details = { name: 'Bob', interface_language: 'en-US', timezone: 'UTC', password: MEMBER_PASSWORD };
    const body = { ...details, token: new URL(link).hash.slice(1) };
    expect((await server.browser().send('POST', `${api}/activate`, body)).json().result).toBe('success');
    expect((await server.browser().signIn(BOB, MEMBER_PASSWORD)).json().result).toBe('success');
  });

  test('to accept an invitation whose link was copied, which takes a code', async () => {
    const ann = await signedIn();
    const invited = { emails: [BOB], role: 'normal' };
    const path = `${api}/workspaces/current/members/invite-email`;
    const { url } = (await ann.send('POST', path, invited)).json().invitation_results[0];
    const token = new URL(url).searchParams.get('token');
    const browser = server.browser();
    const codeToken = (await browser.send('POST', `${api}/activate/code`, { token })).json().data;

    const { code } = await handOver('invitation_code', BOB);

    const details = { name: 'Bob', interface_language: 'en-US', timezone: 'UTC', password: MEMBER_PASSWORD };
    const body = { ...details, token, code, code_token: codeToken };
    expect((await browser.send('POST', `${api}/activate`, body)).json().result).toBe('success');
    expect((await browser.send('GET', `${api}/account/profile`)).json().email).toBe(BOB);
  });

  test('another mail address', async () => {
    const ann = await signedIn();
    const path = `${api}/account/change-email`;
    const prove = async (email: string, token: string, code: string) =>
      (await ann.send('POST', `${path}/validity`, { email, token, code })).json().token;
    const asked = (await ann.send('POST', path, { email: ADMIN.email })).json().data;
    const old = await prove(ADMIN.email, asked, (await handOver('email_change_old_code', ADMIN.email)).code);
    const next = { email: NEW_ADDRESS, phase: 'new_email', token: old };
    const askedNew = (await ann.send('POST', path, next)).json().data;

    const token = await prove(NEW_ADDRESS, askedNew, (await handOver('email_change_new_code', NEW_ADDRESS)).code);

    const changed = await ann.send('POST', `${path}/reset`, { new_email: NEW_ADDRESS, token });
    expect(changed.json()).toMatchObject({ email: NEW_ADDRESS });
  });

  test('to hand a workspace over', async () => {
    const ann = await signedIn();
    await joinWorkspace(server, ann, BOB);
    const { id } = (await server.context.platform.store.accounts.findByEmail(BOB)) ?? {};
    const members = `${api}/workspaces/current/members`;
    const asked = (await ann.send('POST', `${members}/send-owner-transfer-confirm-email`, {})).json().data;

    const { code } = await handOver('owner_transfer_code', ADMIN.email);

    const { token } = (await ann.send('POST', `${members}/owner-transfer-check`, { code, token: asked })).json();
    expect((await ann.send('POST', `${members}/${id}/owner-transfer`, { token })).json()).toEqual({
      result: 'success',
    });
  });

  test('to delete their account', async () => {
    const bob = await joinWorkspace(server, await signedIn(), BOB);
    const token = (await bob.send('GET', `${api}/account/delete/verify`)).json().data;

    const { code } = await handOver('account_deletion_code', BOB);

    expect((await bob.send('POST', `${api}/account/delete`, { token, code })).json()).toEqual({ result: 'success' });
    expect(await server.context.platform.store.accounts.findByEmail(BOB)).toBeUndefined();
  });
});

test('the page said that mail had been sent, where there was no mail server to send it', async () => {
  const { is_email_setup } = (await server.browser().send('GET', `${api}/system-features`)).json();

  expect(is_email_setup).toBe(false);
});
