import type { AccountId } from '@latchkey/contract/vocabulary';
import { anAccount } from '@latchkey/core/testing';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countLetters } from '../testing/last-letter.ts';
import { setPolicy } from '../testing/set-policy.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../testing/test-server.ts';

// Whether an address has an account, and how it is with it, could be read off the answers of comparable servers.
const KNOWN = {
  active: ADMIN.email,
  banned: 'banned@example.com',
  closed: 'closed@example.com',
  pending: 'pending@example.com',
  'without a password': 'bare@example.com',
};
const UNKNOWN = 'nobody@example.com';
const WRONG = 'not the password 1';
const api = '/console/api';

let server: TestServer;
let networks = 0;
beforeEach(async () => {
  server = await startSetUpServer();
  await setPolicy(server, { emailCode: true, registration: true });
  const { store, clock, secrets, passwordHasher } = server.context.platform;
  const hash = await passwordHasher.hash(ADMIN.password);
  const add = async (email: string, status: 'active' | 'banned' | 'closed' | 'pending', hasPassword: boolean) => {
    const account = anAccount({ id: secrets.newId<AccountId>(), email, status });
    await store.accounts.add(account);
    if (hasPassword) await store.passwords.set(account.id, { hash, isOneTime: false }, clock());
  };
  await add(KNOWN.banned, 'banned', true);
  await add(KNOWN.closed, 'closed', true);
  await add(KNOWN.pending, 'pending', false);
  await add(KNOWN['without a password'], 'active', false);
});
afterEach(() => server.close());

/** From a network of its own, so that no answer is changed by an earlier question. */
function post(url: string, body: object): Promise<LightMyRequestResponse> {
  networks += 1;
  const remoteAddress = `198.51.${Math.floor(networks / 250)}.${(networks % 250) + 1}`;
  return server.browser({ remoteAddress }).send('POST', url, body);
}

/** Everything that a stranger sees of an answer; tokens and references by their length. */
function seen({ statusCode, headers, body }: LightMyRequestResponse, email: string) {
  const { date: _date, 'x-request-id': reference, ...rest } = headers;
  const blank = (text: string) =>
    text
      .replaceAll(String(reference), 'reference')
      .replaceAll(email, 'address')
      .replaceAll(/[\w-]{43}/g, 'token');
  return { statusCode, body: blank(body), headers: { ...rest, 'content-length': blank(body).length } };
}

const asked = async (url: string, email: string) => seen(await post(url, { email }), email);

describe.each(Object.entries(KNOWN))(
  'an account that is %s was told from an address that nobody has',
  (_how, email) => {
    test('by the answer to a wrong password', async () => {
      const signIn = async (who: string) => {
        const password = Buffer.from(WRONG).toString('base64');
        return seen(await post(`${api}/login`, { email: who, password }), who);
      };

      const answer = await signIn(email);

      expect(answer).toEqual(await signIn(UNKNOWN));
      expect([answer.statusCode, JSON.parse(answer.body).code]).toEqual([401, 'authentication_failed']);
    });

    test('by the answer to a wrong password at the door of the administration', async () => {
      const signIn = async (who: string) =>
        seen(await post('/admin-api/v1/session', { email: who, password: WRONG }), who);

      const answer = await signIn(email);

      expect(answer).toEqual(await signIn(UNKNOWN));
      expect([answer.statusCode, JSON.parse(answer.body).code]).toEqual([401, 'authentication_failed']);
    });

    test.each(['/email-code-login', '/forgot-password', '/reset-password', '/email-register/send-email'])(
      'by the answer of %s, and one of them got no letter',
      async (path) => {
        const answer = await asked(api + path, email);

        expect(answer).toEqual(await asked(api + path, UNKNOWN));
        expect([answer.statusCode, JSON.parse(answer.body)]).toEqual([200, { result: 'success', data: 'token' }]);
        const { outbox } = server.context.platform.store;
        expect((await outbox.countByStatus()).waiting).toBe(2);
      },
    );

    test.each([
      ['/email-code-login', '/email-code-login/validity'],
      ['/forgot-password', '/forgot-password/validity'],
      ['/email-register/send-email', '/email-register/validity'],
    ])('by the answer to a wrong code after %s', async (path, validity) => {
      const guess = async (who: string) => {
        const token = (await post(api + path, { email: who })).json().data;
        return seen(await post(api + validity, { email: who, token, code: 'guess1' }), who);
      };

      const answer = await guess(email);

      expect(answer).toEqual(await guess(UNKNOWN));
      expect([answer.statusCode, JSON.parse(answer.body).code]).toEqual([400, 'email_code_error']);
    });

    test('by how soon too many wrong passwords were refused', async () => {
      const remoteAddress = '203.0.113.50';
      const tries = async (who: string) => {
        const codes: string[] = [];
        for (let n = 0; n < 8; n += 1)
          codes.push((await server.browser({ remoteAddress }).signIn(who, WRONG)).json().code);
        return codes;
      };

      expect(await tries(email)).toEqual(await tries(UNKNOWN));
    });
  },
);

test('while nobody may register, the one letter that an unknown address got offered to', async () => {
  await setPolicy(server, { registration: false });

  await post(`${api}/forgot-password`, { email: UNKNOWN });

  expect(await countLetters(server, 'no_account', UNKNOWN)).toBe(1);
});

test('which addresses have an account could be asked for without signing in', async () => {
  const answer = await post(`${api}/account/change-email/check-email-unique`, { email: ADMIN.email });

  expect(answer.statusCode).toBe(401);
});
