import { createDatabase, type TestDatabase } from '@latchkey/tools/real/postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lastLetter } from './testing/last-letter.ts';
import { setPolicy } from './testing/set-policy.ts';
import { signInAdministrator } from './testing/sign-in-administrator.ts';
import { ADMIN, startTestServer, type TestServer } from './testing/test-server.ts';

/** Two replicas on one real PostgreSQL; what happens at once happens on different connections. */
let database: TestDatabase;
let replicas: TestServer[];

beforeEach(async () => {
  database = await createDatabase();
  const env = { LATCHKEY_DATABASE_URL: database.url, LATCHKEY_SECRET_KEY: 'the same key on every replica, 32+' };
  replicas = await Promise.all([startTestServer(env), startTestServer(env)]);
});
afterEach(async () => {
  for (const replica of replicas) await replica.close();
  await database.drop();
});

const one = (): TestServer => replica(0);
const replica = (index: number): TestServer => {
  const server = replicas[index % replicas.length];
  if (server === undefined) throw new Error('no replica');
  return server;
};
const atOnce = <T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));
const statuses = (answers: { statusCode: number }[]): number[] =>
  answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b);
const setUp = () => one().browser().send('POST', '/console/api/setup', ADMIN);

async function requestCode(): Promise<{ device_code: string; user_code: string }> {
  return (
    await one().browser().send('POST', '/openapi/v1/oauth/device/code', { client_id: 'difyctl', device_label: 'vm' })
  ).json();
}

describe('on two replicas at once', () => {
  test('one of many set-ups wins, and leaves exactly one account', async () => {
    const answers = await atOnce(6, (index) =>
      replica(index)
        .browser()
        .send('POST', '/console/api/setup', { ...ADMIN, email: `${index}@example.com` }),
    );
    expect(statuses(answers)).toEqual([201, 403, 403, 403, 403, 403]);
    const { accounts } = one().context.platform.store;
    const found = await atOnce(6, (index) => accounts.findByEmail(`${index}@example.com`));
    expect(found.filter((account) => account !== undefined)).toHaveLength(1);
  });

  test('one of many decisions about a terminal counts', async () => {
    await setUp();
    const { user_code } = await requestCode();
    const people = Array.from({ length: 8 }, (_, index) => replica(index).browser());
    for (const person of people) await person.signIn(ADMIN.email, ADMIN.password);
    const answers = await Promise.all(
      people.map((person, index) =>
        person.send('POST', `/openapi/v1/oauth/device/${index % 2 === 0 ? 'approve' : 'deny'}`, { user_code }),
      ),
    );
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
  });

  test('one of many polls collects the token', async () => {
    await setUp();
    const { user_code, device_code } = await requestCode();
    const person = one().browser();
    await person.signIn(ADMIN.email, ADMIN.password);
    await person.send('POST', '/openapi/v1/oauth/device/approve', { user_code });
    const answers = await atOnce(8, (index) =>
      replica(index).browser().send('POST', '/openapi/v1/oauth/device/token', { client_id: 'difyctl', device_code }),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 400)).toHaveLength(7);
  });

  test('one terminal of a label is left, however many collect at once', async () => {
    await setUp();
    const person = one().browser();
    await person.signIn(ADMIN.email, ADMIN.password);
    const codes = await atOnce(6, requestCode);
    for (const { user_code } of codes) await person.send('POST', '/openapi/v1/oauth/device/approve', { user_code });
    const answers = await Promise.all(
      codes.map(({ device_code }, index) =>
        replica(index).browser().send('POST', '/openapi/v1/oauth/device/token', { client_id: 'difyctl', device_code }),
      ),
    );
    expect(statuses(answers)).toEqual([200, 200, 200, 200, 200, 200]);
    const sessions = (await person.send('GET', '/console/api/account/sessions')).json().data;
    expect(sessions.filter(({ kind }: { kind: string }) => kind === 'terminal')).toHaveLength(1);
  });

  test('parallel tabs renew one session, and it stays one', async () => {
    await setUp();
    const person = one().browser();
    await person.signIn(ADMIN.email, ADMIN.password);
    const headers = { cookie: `refresh_token=${person.cookies.get('refresh_token')}` };
    const answers = await atOnce(8, (index) =>
      replica(index).browser().send('POST', '/console/api/refresh-token', undefined, headers),
    );
    expect(statuses(answers)).toEqual(Array(8).fill(200));
    expect((await person.send('GET', '/console/api/account/sessions')).json().data).toHaveLength(1);
  });

  test('no more wrong passwords are checked than the limit allows', async () => {
    await setUp();
    const answers = await atOnce(12, (index) => replica(index).browser().signIn(ADMIN.email, `wrong ${index} x`));
    expect(statuses(answers)).toEqual([...Array(6).fill(401), ...Array(6).fill(429)]);
    const locked = await one().browser().signIn(ADMIN.email, ADMIN.password);
    expect([locked.statusCode, locked.json().code, locked.headers['retry-after']]).toEqual([
      429,
      'email_code_login_limit',
      '86400',
    ]);
    const elsewhere = one().browser({ remoteAddress: '203.0.113.9' });
    expect((await elsewhere.signIn(ADMIN.email, ADMIN.password)).statusCode).toBe(200);
  });

  test('a switch and a revocation are felt by the next request of the other replica', async () => {
    await setUp();
    const person = replica(0).browser();
    await person.signIn(ADMIN.email, ADMIN.password);
    const twin = replica(1).browser();
    for (const [name, value] of person.cookies) twin.cookies.set(name, value);
    expect((await twin.send('GET', '/console/api/account/profile')).statusCode).toBe(200);
    await person.send('POST', '/console/api/logout');
    expect((await twin.send('GET', '/console/api/account/profile')).statusCode).toBe(401);
    const { policy } = replica(0).context.platform.store;
    await policy.set({ ...(await policy.get()), password: false });
    expect((await twin.signIn(ADMIN.email, ADMIN.password)).statusCode).toBe(403);
    expect((await twin.send('GET', '/console/api/system-features')).json().enable_email_password_login).toBe(false);
  });
});

test('a replica with another key does not start on the database', async () => {
  await expect(
    startTestServer({ LATCHKEY_DATABASE_URL: database.url, LATCHKEY_SECRET_KEY: 'another key than the replicas have' }),
  ).rejects.toThrow(/LATCHKEY_SECRET_KEY/);
});

describe('ways in, on two replicas at once', () => {
  const BOB = 'bob@example.com';
  const PASSWORD = 'marble fountain 4';
  const code = (token: string, digits: string) => ({ email: ADMIN.email, token, code: digits });

  test('a sign-in code opens one session', async () => {
    await setUp();
    await setPolicy(one(), { emailCode: true });
    const asked = await one().browser().send('POST', '/console/api/email-code-login', { email: ADMIN.email });
    const letter = await lastLetter(one(), 'sign_in_code', ADMIN.email);

    const answers = await atOnce(5, (index) =>
      replica(index)
        .browser()
        .send('POST', '/console/api/email-code-login/validity', code(asked.json().data, letter.code)),
    );

    expect(statuses(answers)).toEqual([200, 400, 400, 400, 400]);
  });

  test('guesses at a code never get more than its five tries, however many come at once', async () => {
    await setUp();
    await setPolicy(one(), { emailCode: true });
    const asked = await one().browser().send('POST', '/console/api/email-code-login', { email: ADMIN.email });

    const answers = await atOnce(30, (index) =>
      replica(index)
        .browser({ remoteAddress: `198.51.100.${index}` })
        .send('POST', '/console/api/email-code-login/validity', code(asked.json().data, 'nocode')),
    );

    const codes = answers.map((answer) => answer.json().code);
    expect(codes.filter((refusal) => refusal === 'email_code_error')).toHaveLength(5);
    expect(codes.filter((refusal) => refusal === 'invalid_or_expired_token')).toHaveLength(25);
  });

  test('a switch that is turned off on one replica holds on the other at the next request', async () => {
    await setUp();
    await setPolicy(replica(0), { password: false });

    expect((await replica(1).browser().signIn(ADMIN.email, ADMIN.password)).json().code).toBe('forbidden');
  });

  test('an address is registered once, and no half-made account stays', async () => {
    await setUp();
    await setPolicy(one(), { registration: true, personalSpaces: true });
    const prove = async (server: TestServer): Promise<string> => {
      const { data: token } = (
        await server.browser().send('POST', '/console/api/email-register/send-email', { email: BOB })
      ).json();
      const { code: digits } = await lastLetter(server, 'registration_code', BOB);
      const typed = { email: BOB, code: digits, token };
      return (await server.browser().send('POST', '/console/api/email-register/validity', typed)).json().token;
    };
    const token = await prove(one());

    const answers = await atOnce(6, (index) =>
      replica(index)
        .browser()
        .send('POST', '/console/api/email-register', { token, new_password: PASSWORD, password_confirm: PASSWORD }),
    );

    expect(statuses(answers)).toEqual([200, 400, 400, 400, 400, 400]);
    const { store } = one().context.platform;
    const bob = await store.accounts.findByEmail(BOB);
    expect(bob && (await store.workspaces.listOf(bob.id))).toHaveLength(1);
  });

  test('one of two administrators who ban each other is left', async () => {
    await setUp();
    const ann = await signInAdministrator(one());
    const made = await ann.send('POST', '/admin-api/v1/accounts', { email: BOB, name: 'Bob' });
    const { store, passwordHasher, clock } = one().context.platform;
    await store.passwords.set(made.json().id, { hash: await passwordHasher.hash(PASSWORD), isOneTime: false }, clock());
    await ann.send('POST', '/admin-api/v1/administrators', { email: BOB });
    const bob = await signInAdministrator(replica(1), { email: BOB, password: PASSWORD });
    const { account_id } = (await ann.send('GET', '/admin-api/v1/session')).json();

    const answers = await Promise.all([
      ann.send('POST', `/admin-api/v1/accounts/${made.json().id}/ban`),
      bob.send('POST', `/admin-api/v1/accounts/${account_id}/ban`),
    ]);

    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    const left = (await store.administrators.list()).filter(({ account }) => account.status === 'active');
    expect(left).toHaveLength(1);
  });

  test('settings of one replica reach the other when it looks again', async () => {
    await setUp();
    const ann = await signInAdministrator(one());
    await ann.send('PATCH', '/admin-api/v1/settings', { organisation: 'Analytical Engines', version: 0 });

    await replica(1).context.rules.refresh();

    const features = (await replica(1).browser().send('GET', '/console/api/system-features')).json();
    expect(features.branding.application_title).toBe('Analytical Engines');
  });
});
