import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { signInAdministrator } from '../../testing/sign-in-administrator.ts';
import { startSetUpServer, type TestServer } from '../../testing/test-server.ts';

const api = '/admin-api/v1';

let server: TestServer;
let admin: Browser;
beforeEach(async () => {
  server = await startSetUpServer();
  admin = await signInAdministrator(server);
});
afterEach(() => server.close());

async function make(scopes: string[], expires_in_days: number | null = null): Promise<{ id: string; key: string }> {
  const made = await admin.send('POST', `${api}/api-keys`, { name: 'nightly export', scopes, expires_in_days });
  expect(made.statusCode).toBe(201);
  return made.json();
}

const call = (key: string, path: string, method: 'GET' | 'POST' = 'GET', body?: object) =>
  server.browser({ headers: { authorization: `Bearer ${key}` } }).send(method, `${api}${path}`, body);

describe('an API key', () => {
  test('does what its scopes say, without cookies, and nothing else', async () => {
    const { key } = await make(['members:read']);

    expect((await call(key, '/accounts')).statusCode).toBe(200);
    const refused = await call(key, '/accounts', 'POST', { email: 'bob@example.com', name: 'Bob' });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'forbidden']);
    expect((await call(key, '/audit-log')).statusCode).toBe(403);
  });

  test('never decides who administrates, nor makes keys', async () => {
    const { key } = await make(['members:write', 'settings:write', 'policy:write']);

    expect((await call(key, '/administrators')).statusCode).toBe(401);
    expect(
      (await call(key, '/api-keys', 'POST', { name: 'x', scopes: ['audit:read'], expires_in_days: 1 })).statusCode,
    ).toBe(401);
  });

  test('is shown once: the list and the database know its first characters and its hash', async () => {
    const { key } = await make(['audit:read']);

    const [listed] = (await admin.send('GET', `${api}/api-keys`)).json().data;

    expect(key).toMatch(/^lka_[\w-]{43}$/);
    expect(listed).toMatchObject({ name: 'nightly export', prefix: key.slice(0, 10), scopes: ['audit:read'] });
    expect(JSON.stringify(listed)).not.toContain(key);
    expect(server.log()).not.toContain(key);
  });

  test('ends at the very instant of its expiry', async () => {
    const { key } = await make(['members:read'], 1);
    server.advance(86_399);
    expect((await call(key, '/accounts')).statusCode).toBe(200);
    server.advance(1);
    expect((await call(key, '/accounts')).statusCode).toBe(401);
  });

  test('ends when it is revoked, and with its maker’s place on the list', async () => {
    const first = await make(['members:read']);
    await admin.send('DELETE', `${api}/api-keys/${first.id}`);
    expect((await call(first.key, '/accounts')).statusCode).toBe(401);

    const second = await make(['members:read']);
    const { store } = server.context.platform;
    const [ann] = await store.administrators.list();
    if (ann !== undefined) await store.administrators.remove(ann.account.id);
    expect((await call(second.key, '/accounts')).statusCode).toBe(401);
  });

  test('stands in the audit log as itself', async () => {
    const { id, key } = await make(['members:write']);

    await call(key, '/accounts', 'POST', { email: 'bob@example.com', name: 'Bob' });

    const [entry] = await server.context.platform.store.audit.latest(1);
    expect(entry).toMatchObject({ action: 'account.created', actor: 'api_key', actorId: id });
  });

  test('that is unknown is refused like a missing session', async () => {
    expect((await call('lka_nonsense', '/accounts')).statusCode).toBe(401);
  });
});
