import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { lastLetter } from '../../testing/last-letter.ts';
import { setPolicy } from '../../testing/set-policy.ts';
import { signInAdministrator } from '../../testing/sign-in-administrator.ts';
import { startSetUpServer, type TestServer } from '../../testing/test-server.ts';

const path = '/admin-api/v1/settings';

let server: TestServer;
let admin: Browser;
async function start(env: Record<string, string> = {}): Promise<void> {
  server = await startSetUpServer(env);
  admin = await signInAdministrator(server);
}
afterEach(() => server.close());

const change = (changes: object, version = 0) => admin.send('PATCH', path, { ...changes, version });

describe('settings', () => {
  beforeEach(() => start());

  test('hold at once: a shorter session, a longer password, another address in links', async () => {
    const response = await change({
      organisation: 'Analytical Engines',
      public_url: 'https://id.example.com/',
      password_min_length: 15,
      session: { idle_seconds: 600, absolute_seconds: 3600 },
    });

    expect(response.json()).toMatchObject({ public_url: 'https://id.example.com', version: 1 });
    await setPolicy(server, { registration: true });
    await server.browser().send('POST', '/console/api/forgot-password', { email: 'no@example.com' });
    expect((await lastLetter(server, 'no_account', 'no@example.com')).registerLink).toBe(
      'https://id.example.com/signup',
    );
    const terminal = { client_id: 'difyctl', device_label: 'difyctl on vm' };
    const code = (await server.browser().send('POST', '/openapi/v1/oauth/device/code', terminal)).json();
    expect(code.verification_uri).toBe('https://id.example.com/device');
    const features = (await server.browser().send('GET', '/console/api/system-features')).json();
    expect(features.branding).toMatchObject({ enabled: true, application_title: 'Analytical Engines' });
    const short = { password: 'correct horse 1', new_password: 'fourteen chars' };
    expect((await admin.send('POST', '/admin-api/v1/session/password', short)).json().code).toBe('password_too_short');
  });

  test('change limits, and keep the others', async () => {
    await change({ limits: { 'password-account-network': { max: 2, window_seconds: 60 } } });

    for (let n = 0; n < 2; n += 1) await server.browser().signIn('ann@example.com', 'wrong');
    expect((await server.browser().signIn('ann@example.com', 'wrong')).headers['retry-after']).toBe('60');
    expect((await admin.send('GET', path)).json().limits['mail-network']).toEqual({ max: 50, window_seconds: 60 });
  });

  test('keep one of two changes made at once', async () => {
    const answers = await Promise.all([change({ contact: 'one' }), change({ contact: 'two' })]);

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });

  test('refuse what makes no sense', async () => {
    for (const changes of [
      { password_min_length: 4 },
      { public_url: 'javascript:alert(1)' },
      { limits: { 'no-such-limit': { max: 1, window_seconds: 1 } } },
      { session: { idle_seconds: 1, absolute_seconds: 1 } },
    ]) {
      expect((await change(changes)).statusCode).toBe(400);
    }
    expect((await admin.send('GET', path)).json().version).toBe(0);
  });

  test('are written down with what changed, and nothing else', async () => {
    await change({ contact: 'the front desk' });

    const [entry] = await server.context.platform.store.audit.latest(1);
    expect(entry).toMatchObject({
      action: 'settings.changed',
      details: { before: { contact: '' }, after: { contact: 'the front desk' } },
    });
    expect(Object.keys(entry?.details.before ?? {})).toEqual(['contact']);
  });
});

describe('what the operator has set', () => {
  test('is shown and not changed here', async () => {
    await start({ LATCHKEY_PUBLIC_URL: 'https://id.example.org', LATCHKEY_LIMITS: 'mail-code=2/60' });

    expect((await admin.send('GET', path)).json()).toMatchObject({
      public_url: 'https://id.example.org',
      fixed: ['public_url', 'limits.mail-code'],
    });
    expect((await change({ public_url: 'https://evil.example' })).json().code).toBe('fixed_by_operator');
    expect((await change({ limits: { 'mail-code': { max: 9, window_seconds: 60 } } })).json().code).toBe(
      'fixed_by_operator',
    );
    expect((await change({ contact: 'somebody' })).statusCode).toBe(200);
  });
});
