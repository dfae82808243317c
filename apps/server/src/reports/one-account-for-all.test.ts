import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lastLetter } from '../testing/last-letter.ts';
import { setPolicy } from '../testing/set-policy.ts';
import { signInAdministrator } from '../testing/sign-in-administrator.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../testing/test-server.ts';

// What people who run or use such a server have reported elsewhere; each title says what went wrong for them.
const PASSWORD = 'violet harbour 7';
const DAY = 24 * 3600;

let server: TestServer;
beforeEach(async () => {
  server = await startSetUpServer();
});
afterEach(() => server.close());

/** Registers somebody, whose browser is signed in then. */
async function register(email: string) {
  const person = server.browser();
  const { data: token } = (await person.send('POST', '/console/api/email-register/send-email', { email })).json();
  const { code } = await lastLetter(server, 'registration_code', email);
  const proven = await person.send('POST', '/console/api/email-register/validity', { email, code, token });
  await person.send('POST', '/console/api/email-register', {
    token: proven.json().token,
    new_password: PASSWORD,
    password_confirm: PASSWORD,
  });
  return person;
}

test('a script could invite people only with a token copied from a browser, which soon ended', async () => {
  const admin = await signInAdministrator(server);
  const workspaceId = (await admin.send('GET', '/admin-api/v1/workspaces')).json().data[0].id;
  const made = await admin.send('POST', '/admin-api/v1/api-keys', {
    name: 'new people',
    scopes: ['members:write'],
    expires_in_days: 90,
  });
  await admin.send('DELETE', '/admin-api/v1/session');
  server.advance(89 * DAY);

  const script = server.browser({ headers: { authorization: `Bearer ${made.json().key}` } });
  const invited = await script.send('POST', '/admin-api/v1/invitations', {
    workspace_id: workspaceId,
    emails: ['bob@example.com'],
    role: 'normal',
  });

  expect(invited.json().results).toMatchObject([{ email: 'bob@example.com', outcome: 'invited' }]);
  expect((await lastLetter(server, 'invitation', 'bob@example.com')).link).toContain('/activate');
});

describe('everybody who registered', () => {
  test('landed in one workspace, and saw everybody else there', async () => {
    await setPolicy(server, { registration: true, personalSpaces: true });

    const [bob, eve] = [await register('bob@example.com'), await register('eve@example.com')];

    for (const [person, email] of [
      [bob, 'bob@example.com'],
      [eve, 'eve@example.com'],
    ] as const) {
      const { accounts } = (await person.send('GET', '/console/api/workspaces/current/members')).json();
      expect(accounts).toMatchObject([{ email, role: 'owner' }]);
      expect((await person.send('GET', '/console/api/workspaces')).json().workspaces).toHaveLength(1);
    }
  });

  test('could only work as the one account there was', async () => {
    await setPolicy(server, { registration: true, personalSpaces: true });

    const bob = await register('bob@example.com');

    expect((await bob.send('GET', '/console/api/account/profile')).json().email).toBe('bob@example.com');
    expect((await server.browser().signIn(ADMIN.email, ADMIN.password)).json()).toEqual({ result: 'success' });
  });
});
