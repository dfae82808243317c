import { deliverLetters } from '@latchkey/core';
import { aLetter } from '@latchkey/core/testing';
import { openMailbox } from '@latchkey/tools/real/mailbox';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

const HEADERS = { 'x-latchkey-admin': '1' };
const SETTINGS = {
  host: '127.0.0.1',
  port: 25,
  encryption: 'none',
  user: null,
  from_name: 'Example',
  from_address: 'noreply@example.com',
  ehlo_name: null,
};

let server: TestServer;
let admin: Browser;
beforeEach(async () => {
  ({ server, admin } = await start());
});

async function start(env: Record<string, string> = {}): Promise<{ server: TestServer; admin: Browser }> {
  const started = await startSetUpServer(env);
  onTestFinished(() => started.close());
  const browser = started.browser({ headers: HEADERS });
  const { statusCode, body } = await browser.send('POST', '/admin-api/v1/session', {
    email: ADMIN.email,
    password: ADMIN.password,
  });
  if (statusCode !== 200) throw new Error(`The administrator could not sign in: ${body}`);
  return { server: started, admin: browser };
}

const mail = async () => (await admin.send('GET', '/admin-api/v1/mail')).json();
const setMail = (differences: object = {}) => admin.send('PUT', '/admin-api/v1/mail', { ...SETTINGS, ...differences });
const testMail = async () => (await admin.send('POST', '/admin-api/v1/mail/test', { to: 'ada@example.com' })).json();
const deliver = () => deliverLetters(server.context.platform);
const audited = async (action: string) =>
  (await server.context.platform.store.audit.latest(50)).filter((entry) => entry.action === action);

async function mailbox(options?: Parameters<typeof openMailbox>[0]) {
  const box = await openMailbox(options);
  onTestFinished(() => box.close());
  return box;
}

describe('the mail server', () => {
  test('is none at first, and letters wait', async () => {
    expect(await mail()).toEqual({
      source: 'none',
      settings: null,
      counts: { waiting: 0, sent: 0, failed: 0, expired: 0 },
    });
    expect((await admin.send('GET', '/console/api/system-features')).json().is_email_setup).toBe(false);
  });

  test('is set for everybody, and no answer shows its password', async () => {
    const answer = await setMail({ user: 'latchkey', password: 'hunter2' });

    expect(answer.json()).toMatchObject({ source: 'page', settings: { ...SETTINGS, user: 'latchkey' } });
    expect((await mail()).settings).toEqual({ ...SETTINGS, user: 'latchkey', has_password: true });
    expect(answer.body).not.toContain('hunter2');
    expect((await admin.send('GET', '/console/api/system-features')).json().is_email_setup).toBe(true);
  });

  test('is written down as it was and as it is, without its password', async () => {
    await setMail({ user: 'latchkey', password: 'hunter2' });
    await setMail({ port: 2525 });
    await admin.send('DELETE', '/admin-api/v1/mail');

    const [gone, changed, first] = await audited('mail.settings_changed');
    expect(first?.details).toMatchObject({
      before: null,
      after: { port: 25, user: 'latchkey' },
      password_changed: true,
    });
    expect(changed?.details).toMatchObject({ before: { port: 25 }, after: { port: 2525, user: null } });
    expect(gone?.details).toMatchObject({ before: { port: 2525 }, after: null });
    expect(JSON.stringify([gone, changed, first])).not.toContain('hunter2');
    expect(await mail()).toMatchObject({ source: 'none', settings: null });
  });

  test('keeps its password only for the server and user it was entered for', async () => {
    const user = { name: 'latchkey', password: 'hunter2' };
    const box = await mailbox({ user });
    await setMail({ port: box.port, user: user.name, password: user.password });

    expect((await setMail({ port: box.port, user: user.name, from_name: 'Other' })).statusCode).toBe(200);
    expect(await testMail()).toMatchObject({ delivered: true });

    for (const elsewhere of [{ host: 'evil.example', user: user.name }, { user: 'somebody' }]) {
      const refused = await setMail(elsewhere);
      expect([refused.statusCode, refused.json().code]).toEqual([400, 'mail_password_needed']);
    }
    expect((await mail()).settings).toMatchObject({ host: '127.0.0.1', user: 'latchkey', has_password: true });
  });

  test.each([
    { from_address: 'noreply@example.com\r\nBcc: evil@x.co' },
    { from_address: 'a@example.com, b@example.com' },
    { host: 'mail.example.com evil' },
    { ehlo_name: 'a\r\nMAIL FROM:<x@y.zz>' },
    { port: 0 },
    { encryption: 'ssl' },
  ])('is not set to %j', async (wrong) => {
    expect((await setMail(wrong)).statusCode).toBe(400);
    expect((await mail()).source).toBe('none');
  });

  test('that the operator has set is shown, and cannot be changed on a page', async () => {
    ({ server, admin } = await start({
      LATCHKEY_SMTP_URL: 'smtps://latchkey:hunter2@mail.example.com',
      LATCHKEY_MAIL_FROM: 'Example <noreply@example.com>',
    }));

    const shown = await admin.send('GET', '/admin-api/v1/mail');
    expect(shown.json()).toMatchObject({
      source: 'environment',
      settings: { host: 'mail.example.com', port: 465, encryption: 'tls', user: 'latchkey', has_password: true },
    });
    expect(shown.body).not.toContain('hunter2');
    for (const refused of [await setMail(), await admin.send('DELETE', '/admin-api/v1/mail')])
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'fixed_by_operator']);
  });
});

describe('the test button', () => {
  test('sends a letter that names who pressed it, and tells what the server said', async () => {
    const box = await mailbox();
    await setMail({ port: box.port });

    expect(await testMail()).toEqual({ delivered: true, response: expect.stringMatching(/^250 /), problem: null });
    expect(box.letters[0]?.parsed).toMatchObject({
      to: [{ address: 'ada@example.com' }],
      text: expect.stringContaining(`${ADMIN.name} sent this letter`),
    });
    expect(await audited('mail.test_sent')).toMatchObject([{ details: { to: 'ada@example.com', delivered: true } }]);
  });

  test('says in words what is wrong, where others say only "Authentication required"', async () => {
    const box = await mailbox({ user: { name: 'latchkey', password: 'right' } });
    await setMail({ port: box.port, user: 'latchkey', password: 'wrong' });
    expect(await testMail()).toEqual({
      delivered: false,
      response: expect.stringMatching(/^535 /),
      problem: { code: 'sign_in_refused', hint: expect.stringContaining('password') },
    });

    await setMail({ port: box.port });
    expect((await testMail()).problem.code).toBe('sign_in_needed');
    await setMail({ port: box.port, encryption: 'starttls' });
    expect((await testMail()).problem.code).toBe('starttls_missing');
    await setMail({ port: box.port, host: 'mail.invalid' });
    expect((await testMail()).problem.code).toBe('host_not_found');
  });

  test('needs a mail server', async () => {
    expect((await testMail()).code).toBe('no_mail_server');
  });
});

describe('a letter in the outbox', () => {
  const add = (to = 'ada@example.com') =>
    server.context.platform.store.outbox.add(
      aLetter({ accountId: null, to, expiresAt: new Date('2026-11-20T13:00Z') }),
    );
  const list = async (query = '') => (await admin.send('GET', `/admin-api/v1/letters${query}`)).json();
  const only = async () => (await list()).data[0];
  const read = async (id: string) => (await admin.send('GET', `/admin-api/v1/letters/${id}`)).json();

  test('is found by a part of its address, its status and its kind, page by page', async () => {
    for (const name of ['ada', 'grace', 'alan']) await add(`${name}@example.com`);

    expect(await list('?limit=2')).toMatchObject({ page: 1, limit: 2, total: 3, has_more: true });
    expect(await list('?limit=2&page=2')).toMatchObject({ page: 2, total: 3, has_more: false });
    expect((await list('?q=GRACE')).data).toMatchObject([{ to: 'grace@example.com', kind: 'sign_in_code' }]);
    expect((await list('?status=sent')).total).toBe(0);
    expect((await list('?kind=invitation')).total).toBe(0);
    expect((await mail()).counts).toEqual({ waiting: 3, sent: 0, failed: 0, expired: 0 });
  });

  test('is read by an administrator who hands it over, and that is written down', async () => {
    await add();
    const listed = await admin.send('GET', '/admin-api/v1/letters');
    expect(listed.body).not.toContain('314159');

    const { id } = await only();
    expect(await read(id)).toMatchObject({
      status: 'waiting',
      created_at: '2026-11-20T12:00:00.000Z',
      expires_at: '2026-11-20T13:00:00.000Z',
      content: {
        subject: expect.stringContaining('code'),
        text: expect.stringContaining('314159'),
        html: expect.stringContaining('314159'),
        secret: { kind: 'code', value: '314159' },
      },
    });

    const [entry] = await audited('letter.read');
    expect(entry?.details).toEqual({ letter_id: id, kind: 'sign_in_code', to: 'ada@example.com' });
    expect(server.log()).not.toContain('314159');
  });

  test('tells nothing once it has expired', async () => {
    await add();
    const { id } = await only();
    server.advance(3600);
    expect((await admin.send('POST', '/admin-api/v1/session', ADMIN)).statusCode).toBe(200);

    expect(await read(id)).toMatchObject({ status: 'expired', content: null, next_try_at: null });
    const retried = await admin.send('POST', `/admin-api/v1/letters/${id}/retry`);
    expect([retried.statusCode, retried.json().code]).toEqual([409, 'letter_not_open']);
    expect(await audited('letter.read')).toEqual([]);
  });

  test('that failed is sent when somebody tries it again, and tells nothing then', async () => {
    let answer: string | undefined = '550 5.1.1 No such user';
    const box = await mailbox({ refuse: (step) => (step === 'RCPT' ? answer : undefined) });
    await setMail({ port: box.port });
    await add();
    await deliver();
    expect(await only()).toMatchObject({ status: 'failed', problem: '550 5.1.1 No such user', next_try_at: null });

    answer = undefined;
    const { id } = await only();
    expect((await admin.send('POST', `/admin-api/v1/letters/${id}/retry`)).json()).toEqual({ result: 'success' });
    await deliver();

    expect(await read(id)).toMatchObject({ status: 'sent', sent_at: '2026-11-20T12:00:00.000Z', content: null });
    expect(box.letters).toHaveLength(1);
    expect(await audited('letter.retried')).toHaveLength(1);
    expect(await audited('letter.read')).toEqual([]);
  });

  test('that was deleted is not sent', async () => {
    const box = await mailbox();
    await setMail({ port: box.port });
    await add();
    const { id } = await only();

    expect((await admin.send('DELETE', `/admin-api/v1/letters/${id}`)).json()).toEqual({ result: 'success' });
    await deliver();

    expect(box.letters).toEqual([]);
    expect(await list()).toMatchObject({ total: 0 });
    expect(await audited('letter.deleted')).toMatchObject([{ details: { to: 'ada@example.com', status: 'waiting' } }]);
  });

  test.each([
    ['GET', ''],
    ['POST', '/retry'],
    ['DELETE', ''],
  ] as const)('that does not exist is not found: %s %s', async (method, rest) => {
    const answer = await admin.send(method, `/admin-api/v1/letters/0199a000-0000-7000-8000-000000000099${rest}`);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'letter_unknown']);
  });

  test('is not read with an API key that may only look', async () => {
    await add();
    const { id } = await only();
    const { key } = (
      await admin.send('POST', '/admin-api/v1/api-keys', { name: 'monitor', scopes: ['mail:read'], expires_in_days: 1 })
    ).json();
    const script = server.browser({ headers: { authorization: `Bearer ${key}` } });

    expect((await script.send('GET', '/admin-api/v1/letters')).json()).toMatchObject({ total: 1 });
    const refused = await script.send('GET', `/admin-api/v1/letters/${id}`);
    expect([refused.statusCode, refused.body.includes('314159')]).toEqual([403, false]);
  });

  test('is nobody’s business who is not an administrator', async () => {
    await add();
    const { id } = await only();
    const member = server.browser({ headers: HEADERS });
    await member.signIn(ADMIN.email, ADMIN.password);
    for (const path of ['mail', 'letters', `letters/${id}`])
      expect((await member.send('GET', `/admin-api/v1/${path}`)).statusCode).toBe(401);
  });
});
