import { deliverLetters } from '@latchkey/core';
import { openMailbox } from '@latchkey/tools/real/mailbox';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Browser } from '../testing/browser.ts';
import { joinWorkspace, MEMBER_PASSWORD } from '../testing/join-workspace.ts';
import { countLetters, lastLetter } from '../testing/last-letter.ts';
import { setMailServer } from '../testing/set-mail-server.ts';
import { setPolicy } from '../testing/set-policy.ts';
import { signInAdministrator } from '../testing/sign-in-administrator.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../testing/test-server.ts';

// What people who run or use such a server have reported elsewhere; each title says what went wrong for them.
const BOB = 'bob@example.com';
const DETAILS = { name: 'Bob', interface_language: 'en-US', timezone: 'UTC' };
const here = '/console/api/workspaces/current/members';

let server: TestServer;
let ann: Browser;
beforeEach(async () => {
  server = await startSetUpServer();
  ann = server.browser();
  await ann.signIn(ADMIN.email, ADMIN.password);
  server.advance(1); // what happens in one instant has no order
});
afterEach(() => server.close());

const invite = (emails: string[], headers = {}) =>
  ann.send('POST', `${here}/invite-email`, { emails, role: 'normal' }, headers);
const proof = async (email: string) => new URL((await lastLetter(server, 'invitation', email)).link).hash.slice(1);
const check = async (token: string) => (await ann.send('GET', `/console/api/activate/check?token=${token}`)).json();
const activate = async (token: string) =>
  server.browser().send('POST', '/console/api/activate', { ...DETAILS, token, password: MEMBER_PASSWORD });

async function useMailServer(options?: Parameters<typeof openMailbox>[0]) {
  const mailbox = await openMailbox(options);
  onTestFinished(() => mailbox.close());
  return { mailbox, admin: await setMailServer(server, mailbox) };
}

describe('an invitation', () => {
  test('had to be sent to one person at a time', async () => {
    const emails = Array.from({ length: 20 }, (_, n) => `person-${n}@example.com`);

    const { invitation_results } = (await invite(emails)).json();

    expect(invitation_results.map(({ status }: { status: string }) => status)).toEqual(emails.map(() => 'success'));
  });

  test('could not be asked for: whoever had registered waited in silence', async () => {
    await setPolicy(server, { registration: true });
    const browser = server.browser();
    const api = '/console/api/email-register';
    const token = (await browser.send('POST', `${api}/send-email`, { email: BOB })).json().data;
    const { code } = await lastLetter(server, 'registration_code', BOB);
    const proven = (await browser.send('POST', `${api}/validity`, { email: BOB, code, token })).json().token;
    await browser.send('POST', api, {
      token: proven,
      new_password: MEMBER_PASSWORD,
      password_confirm: MEMBER_PASSWORD,
    });

    await browser.send('POST', '/console/api/access-request', { message: 'I am new in the lab' });

    const admin = await signInAdministrator(server);
    const [request] = (await admin.send('GET', '/admin-api/v1/access-requests')).json().data;
    const { workspaces } = (await ann.send('GET', '/console/api/workspaces')).json();
    const answer = { answer: 'invite', workspace_id: workspaces[0].id, role: 'normal' };
    await admin.send('POST', `/admin-api/v1/access-requests/${request.id}/answer`, answer);
    expect((await browser.send('POST', '/console/api/unfinished-sign-in')).json()).toEqual({ result: 'success' });
  });

  test('never arrived, and nothing said why', async () => {
    const refuse = (step: string) => (step === 'RCPT' ? '550 No such user here' : undefined);
    const { admin } = await useMailServer({ refuse });
    await invite([BOB]);

    await deliverLetters(server.context.platform);

    const [letter] = (await admin.send('GET', '/admin-api/v1/letters?q=bob')).json().data;
    expect(letter).toMatchObject({ status: 'failed', problem: expect.stringContaining('550 No such user here') });
  });

  test('was lost for good because the mail server was away for an hour', async () => {
    const said = ['421 Try again later'];
    const { mailbox } = await useMailServer({
      refuse: () => said.pop(),
    });
    await invite([BOB]);
    await deliverLetters(server.context.platform);
    server.advance(3600);

    await deliverLetters(server.context.platform);

    expect(mailbox.letters.map(({ to }) => to)).toEqual([[BOB]]);
  });

  test('could not go through a relay that takes letters without a password', async () => {
    const { mailbox } = await useMailServer();
    await invite([BOB]);

    await deliverLetters(server.context.platform);

    expect(mailbox.letters.map(({ to, user }) => [to, user])).toEqual([[[BOB], undefined]]);
  });

  test('was called expired the moment it was opened', async () => {
    await invite([BOB]);
    const token = await proof(BOB);
    expect(await check(token)).toMatchObject({ is_valid: true });
    server.advance(72 * 3600 - 1);

    expect(await check(token)).toMatchObject({ is_valid: true });
    expect((await activate(token)).statusCode).toBe(200);
  });

  test('was used up by a mail program that looked at its link first', async () => {
    await invite([BOB]);
    const token = await proof(BOB);
    for (let looks = 0; looks < 5; looks += 1) expect(await check(token)).toMatchObject({ is_valid: true });

    expect((await activate(token)).statusCode).toBe(200);
  });

  test('did not work, and nobody said whether it was too old, used, revoked or sent again', async () => {
    await invite([BOB]);
    const old = await proof(BOB);
    server.advance(72 * 3600);
    await ann.send('POST', '/console/api/refresh-token');
    expect(await check(old)).toEqual({ is_valid: false, reason: 'expired' });
    await invite([BOB]);
    expect(await check(old)).toEqual({ is_valid: false, reason: 'unknown' });

    const newest = await proof(BOB);
    await activate(newest);
    expect(await check(newest)).toEqual({ is_valid: false, reason: 'accepted' });

    await invite(['eve@example.com']);
    const revoked = await proof('eve@example.com');
    const [{ id }] = (await ann.send('GET', '/console/api/workspaces/current/invitations')).json().data;
    await ann.send('DELETE', `/console/api/workspaces/current/invitations/${id}`);
    expect((await check(revoked)).is_valid).toBe(false);
  });

  test('led nowhere: its link had no host, or the host of whoever had asked', async () => {
    const { invitation_results } = (await invite([BOB], { host: 'evil.example' })).json();

    expect((await lastLetter(server, 'invitation', BOB)).link).toMatch(/^http:\/\/localhost:5600\/activate#/);
    expect(invitation_results[0].url).toMatch(/^http:\/\/localhost:5600\/activate\?email=bob%40example.com&token=/);
  });

  test('led to the address of the day before: letters did not follow the public address that was set', async () => {
    const admin = await signInAdministrator(server);
    await admin.send('PATCH', '/admin-api/v1/settings', { public_url: 'https://id.example.com', version: 0 });

    await invite([BOB]);

    expect((await lastLetter(server, 'invitation', BOB)).link).toMatch(/^https:\/\/id\.example\.com\/activate#/);
  });

  test('was accepted twice by a double click, and made two accounts', async () => {
    await invite([BOB]);
    const token = await proof(BOB);

    const answers = await Promise.all([activate(token), activate(token), activate(token)]);

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403, 403]);
    const { accounts } = (await ann.send('GET', here)).json();
    expect(accounts.map(({ email }: { email: string }) => email).sort()).toEqual([ADMIN.email, BOB]);
  });

  test('took somebody into a workspace without asking', async () => {
    await joinWorkspace(server, ann, BOB);
    const made = await signInAdministrator(server).then((admin) =>
      admin.send('POST', '/admin-api/v1/workspaces', { name: 'Lab', owner_email: ADMIN.email }),
    );
    await ann.send('POST', '/console/api/workspaces/switch', { tenant_id: made.json().id });

    await invite([BOB]);

    const { accounts } = (await ann.send('GET', here)).json();
    expect(accounts.map(({ email }: { email: string }) => email)).toEqual([ADMIN.email]);
    expect(await countLetters(server, 'invitation', BOB)).toBe(2);
  });
});
