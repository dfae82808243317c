import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { signInAdministrator } from '../../testing/sign-in-administrator.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

const path = '/admin-api/v1/sign-in-policy';
const SWITCHES = {
  email_password: true,
  email_code: false,
  sso: false,
  sso_enforced: false,
  allow_registration: false,
  create_personal_spaces: false,
};

let server: TestServer;
let admin: Browser;
beforeEach(async () => {
  server = await startSetUpServer();
  admin = await signInAdministrator(server);
});
afterEach(() => server.close());

const save = (changes: object, version = 0) => admin.send('PUT', path, { ...SWITCHES, ...changes, version });

describe('the switches', () => {
  test('hold from the next request on, for every route that signs in', async () => {
    expect((await save({ email_password: false })).json()).toMatchObject({ email_password: false, version: 1 });

    expect((await server.browser().signIn(ADMIN.email, ADMIN.password)).json().code).toBe('forbidden');
    const forgot = await server.browser().send('POST', '/console/api/forgot-password', { email: ADMIN.email });
    expect(forgot.json().code).toBe('forbidden');
    expect((await server.browser().send('GET', '/console/api/system-features')).json()).toMatchObject({
      enable_email_password_login: false,
      enable_email_code_login: false,
    });
  });

  test('leave open sessions open', async () => {
    const member = server.browser();
    await member.signIn(ADMIN.email, ADMIN.password);

    await save({ email_password: false });

    expect((await member.send('GET', '/console/api/account/profile')).statusCode).toBe(200);
  });

  test('are mirrored in the wire', async () => {
    await save({ email_code: true, allow_registration: true, create_personal_spaces: true });

    expect((await server.browser().send('GET', '/console/api/system-features')).json()).toMatchObject({
      enable_email_code_login: true,
      is_allow_register: true,
      is_allow_create_workspace: true,
    });
  });

  test('are not overwritten by somebody who looked at an older version', async () => {
    await save({ email_code: true });

    const late = await save({ allow_registration: true }, 0);

    expect([late.statusCode, late.json().code]).toEqual([409, 'changed_meanwhile']);
    expect((await admin.send('GET', path)).json()).toMatchObject({ email_code: true, allow_registration: false });
  });

  test('keep one of two changes made at once', async () => {
    const answers = await Promise.all([save({ email_code: true }), save({ allow_registration: true })]);

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  test('do not switch on a single sign-on that is not there', async () => {
    expect((await save({ sso: true })).json().code).toBe('no_sso_connection');
  });

  test('are written down with what they were and what they are', async () => {
    await save({ email_code: true });

    const [entry] = await server.context.platform.store.audit.latest(1);
    expect(entry).toMatchObject({
      action: 'policy.changed',
      details: { before: { emailCode: false }, after: { emailCode: true } },
    });
  });

  test('are previewed: who would lose their way in, the administrator too', async () => {
    const response = await admin.send('POST', `${path}/preview`, { ...SWITCHES, email_password: false });

    expect(response.json()).toEqual({
      loses: { count: 1, first: [{ name: ADMIN.name, email: ADMIN.email }] },
      gains: { count: 0, first: [] },
      warnings: ['no_method', 'own_way'],
    });
    expect((await admin.send('GET', path)).json().version).toBe(0);
  });
});
