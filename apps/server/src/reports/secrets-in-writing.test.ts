import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENDPOINTS, type Endpoint } from '@latchkey/contract';
import { ADMIN_SCOPES } from '@latchkey/contract/vocabulary';
import { deliverLetters } from '@latchkey/core';
import { openMailbox } from '@latchkey/tools/real/mailbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyToken, type GivenToken } from '../testing/every-token.ts';
import { MEMBER_PASSWORD } from '../testing/join-workspace.ts';
import { setMailServer } from '../testing/set-mail-server.ts';
import { signInAdministrator } from '../testing/sign-in-administrator.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../testing/test-server.ts';

// Where secrets of people were found written down in comparable servers.
const NEXT = 'violet harbour 7';
const TYPED_IN_THE_WRONG_PLACE = 'my-secret-in-the-wrong-field';

let server: TestServer;
let given: ReadonlyMap<string, GivenToken>;
let secrets: string[];
let refusals: string;
beforeAll(async () => {
  server = await startSetUpServer();
  given = await everyToken(server);
  refusals = await makeMistakes();
  await loseLetters();
  const tokens = [...given.values()].map(({ token }) => token);
  secrets = [ADMIN.password, MEMBER_PASSWORD, NEXT, 'mail server secret', ...tokens].filter((text) => text !== '');
}, 60_000);
afterAll(() => server.close());

/** What people do wrong with secrets in their hands; answers what they were told. */
async function makeMistakes(): Promise<string> {
  const browser = server.browser();
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const told: string[] = [];
  const post = async (url: string, body: object) => told.push((await browser.send('POST', url, body)).body);
  await post('/console/api/login', { email: ADMIN.email, password: base64(NEXT) });
  await post('/console/api/login', { email: TYPED_IN_THE_WRONG_PLACE, password: ADMIN.password });
  await post('/console/api/email-register', { token: TYPED_IN_THE_WRONG_PLACE, new_password: NEXT });
  await post(`/console/api/setup`, { ...ADMIN, email: TYPED_IN_THE_WRONG_PLACE });
  for (const { token, email, code } of given.values()) {
    await post('/console/api/forgot-password/resets', { token, new_password: NEXT, password_confirm: 'another one 1' });
    await post('/console/api/email-code-login/validity', { email, token, code });
    await post('/console/api/password-link', { token });
    await post('/admin-api/v1/session/link', { token });
    for (const path of ['/console/api/activate/check', '/activate', '/set-password', '/nowhere'])
      told.push((await browser.send('GET', `${path}?token=${encodeURIComponent(token)}`)).body);
    told.push((await browser.send('GET', `/console/api/nowhere/${encodeURIComponent(token)}`)).body);
    const headers = { authorization: `Bearer ${token}`, cookie: `access_token=${token}; refresh_token=${token}` };
    told.push((await browser.send('GET', '/console/api/account/profile', undefined, headers)).body);
  }
  return told.join('\n');
}

/** Letters that a mail server refuses, and quotes. */
async function loseLetters(): Promise<void> {
  const mailbox = await openMailbox({ refuse: (step, what) => (step === 'DATA' ? `554 No: ${what}` : undefined) });
  await setMailServer(server, mailbox);
  await deliverLetters(server.context.platform);
  await mailbox.close();
}

const found = (text: string): string[] => secrets.filter((secret) => text.includes(secret));
const kindsIn = (text: string): string[] =>
  [...given].filter(([, { token }]) => text.includes(token)).map(([kind]) => kind);

describe('secrets stood', () => {
  test('in the log', () => {
    expect(server.log()).toContain('/console/api/forgot-password/resets');
    expect(found(server.log())).toEqual([]);
  });

  test('in entries of the audit log', async () => {
    const entries = await server.context.platform.store.audit.latest(10_000);

    expect(new Set(entries.map(({ action }) => action)).size).toBeGreaterThan(10);
    expect(found(JSON.stringify(entries))).toEqual([]);
  });

  test('in what is kept of sign-in attempts', async () => {
    const { attempts } = await server.context.platform.store.attempts.list({}, { offset: 0, limit: 10_000 });

    expect(attempts.length).toBeGreaterThan(20);
    expect(found(JSON.stringify(attempts))).toEqual([]);
  });

  test('in what became of a letter that the mail server quoted', async () => {
    const admin = await signInAdministrator(server);

    const { body } = await admin.send('GET', '/admin-api/v1/letters?status=failed&limit=100');

    expect(JSON.parse(body).data.length).toBeGreaterThan(5);
    for (const [kind, { code }] of given)
      expect([kind, code !== '000000' && body.includes(code)]).toEqual([kind, false]);
    expect(found(body)).toEqual([]);
  });

  test('in the database, for whoever steals it', () => {
    const { dataDir } = server.context.settings;
    const files = readdirSync(dataDir).filter((name) => name !== 'secret.key');

    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = readFileSync(join(dataDir, file)).toString('latin1');
      expect([file, kindsIn(text), text.includes(ADMIN.password)]).toEqual([file, [], false]);
    }
  });

  test('in a refusal, which repeated what was sent', () => {
    expect(refusals).not.toContain(TYPED_IN_THE_WRONG_PLACE);
    expect(found(refusals)).toEqual([]);
  });

  test('in what the administration shows, lists and exports', async () => {
    const admin = await signInAdministrator(server);
    const readable = ENDPOINTS.filter(({ method, path }: Endpoint) => method === 'GET' && isOfAdministration(path));
    const pages = await Promise.all(readable.map(async ({ path }) => (await admin.send('GET', path)).body));

    expect(pages.length).toBeGreaterThan(15);
    expect(found(pages.join('\n'))).toEqual([]);
  });
});

/** One that takes no id. */
function isOfAdministration(path: string): boolean {
  return path.startsWith('/admin-api/') && !path.includes('{');
}

test('a new password that was no good stood in the answer, to say why', async () => {
  const admin = await signInAdministrator(server);

  const refused = await admin.send('POST', '/admin-api/v1/session/password', {
    password: ADMIN.password,
    new_password: 'password1',
  });

  expect(refused.statusCode).toBe(400);
  expect(refused.body).not.toContain('password1');
});

test('a request wrote lines of its own into the log', async () => {
  const before = server.log().split('\n').length;

  await server.app.inject({
    url: '/console/api/%0a{"level":60,"msg":"forged"}',
    headers: { 'user-agent': 'x\\n{"level":60}' },
  });
  await server.browser().signIn('a\n{"level":60}@example.com', 'x');

  const lines = server
    .log()
    .split('\n')
    .slice(before - 1);
  expect(lines.filter((line) => line !== '')).toHaveLength(2);
  expect(lines.join('\n')).not.toContain('forged');
});

test('the scopes of a key had names that nobody could look up', () => {
  const used = new Set(ENDPOINTS.map((endpoint) => endpoint.scope).filter((scope) => scope !== undefined));

  expect([...used].filter((scope) => !ADMIN_SCOPES.includes(scope))).toEqual([]);
});
