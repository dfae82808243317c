import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../testing/browser.ts';
import { ADMIN, startSetUpServer, type TestServer } from '../../testing/test-server.ts';

const MAIN = new URL('../../main.ts', import.meta.url).pathname;
const HEADERS = { 'x-latchkey-admin': '1' };

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await startSetUpServer();
  admin = server.browser({ headers: HEADERS });
  await admin.send('POST', '/admin-api/v1/session', { email: ADMIN.email, password: ADMIN.password });
});
afterAll(() => server.close());

const get = async (path: string) => (await admin.send('GET', `/admin-api/v1/${path}`)).json();

describe('the audit log', () => {
  test('is read by administrators only', async () => {
    for (const path of ['audit-log', 'audit-log.csv', 'audit-log.jsonl', 'sign-in-attempts', 'overview']) {
      const { statusCode } = await server.browser().send('GET', `/admin-api/v1/${path}`);
      expect([path, statusCode]).toEqual([path, 401]);
    }
  });

  test('is read with an API key that has the scope, and not with another one', async () => {
    const keyWith = async (scope: string) => {
      const body = { name: scope, scopes: [scope], expires_in_days: null };
      const { key } = (await admin.send('POST', '/admin-api/v1/api-keys', body)).json();
      return { authorization: `Bearer ${key}` };
    };
    const ask = async (path: string, headers: Record<string, string>) =>
      (await server.browser().send('GET', `/admin-api/v1/${path}`, undefined, headers)).statusCode;
    const [audit, overview] = [await keyWith('audit:read'), await keyWith('overview:read')];

    expect([await ask('audit-log', audit), await ask('overview', audit)]).toEqual([200, 403]);
    expect([await ask('audit-log', overview), await ask('overview', overview)]).toEqual([403, 200]);
  });

  test('says who did what, from where, under which reference', async () => {
    const { headers } = await server
      .browser({ headers: { 'user-agent': 'Firefox' } })
      .signIn(ADMIN.email, ADMIN.password);

    const { data } = await get('audit-log?action=console.&limit=1');

    expect(data).toEqual([
      {
        seq: expect.any(Number),
        at: '2026-11-20T12:00:00.000Z',
        action: 'console.signed_in',
        actor: { kind: 'account', id: expect.any(String), name: ADMIN.email },
        subject: null,
        workspace: null,
        ip: '127.0.0.1',
        user_agent: 'Firefox',
        reference: headers['x-request-id'],
        details: { method: 'password' },
        previous_hash: expect.stringMatching(/^[\da-f]{64}$/),
        hash: expect.stringMatching(/^[\da-f]{64}$/),
      },
    ]);
  });

  test('tells what a script did with an API key from what its maker did', async () => {
    const body = { name: 'Nightly script', scopes: ['members:write'], expires_in_days: null };
    const { id, key } = (await admin.send('POST', '/admin-api/v1/api-keys', body)).json();
    const person = { email: 'scripted@example.com', name: 'Scripted' };
    await server.browser().send('POST', '/admin-api/v1/accounts', person, { authorization: `Bearer ${key}` });

    const { data } = await get('audit-log?limit=2');

    expect(data.map(({ action, actor, subject }: Record<string, unknown>) => ({ action, actor, subject }))).toEqual([
      {
        action: 'account.created',
        actor: { kind: 'api_key', id, name: 'Nightly script' },
        subject: { id: expect.any(String), name: 'scripted@example.com' },
      },
      {
        action: 'api_key.created',
        actor: { kind: 'administrator', id: expect.any(String), name: ADMIN.email },
        subject: { id, name: 'Nightly script' },
      },
    ]);
  });

  test('keeps settings as they were before and after a change', async () => {
    const policy = await get('sign-in-policy');
    await admin.send('PUT', '/admin-api/v1/sign-in-policy', { ...policy, email_code: true });

    const { data } = await get('audit-log?action=policy.');

    expect(data).toHaveLength(1);
    expect(data[0].actor).toMatchObject({ kind: 'administrator', name: ADMIN.email });
    expect(Object.keys(data[0].details)).toEqual(expect.arrayContaining(['before', 'after']));
  });

  test('is turned over page by page, newest first, to its beginning', async () => {
    const all = (await get('audit-log?limit=200')).data;
    const seen = [];
    let before = '';
    for (let hasMore = true; hasMore; ) {
      const page = await get(`audit-log?limit=2${before}`);
      expect(page.data.length).toBeLessThanOrEqual(2);
      seen.push(...page.data);
      before = `&before=${page.next}`;
      hasMore = page.has_more;
    }
    expect(seen).toEqual(all);
    expect(all.at(-1)).toMatchObject({ seq: 1, action: 'instance.set_up' });
  });

  test('is filtered by actor, time and words', async () => {
    const { data } = await get('audit-log?limit=200');
    const [{ actor }] = data;
    const count = async (query: string) => (await get(`audit-log?limit=200&${query}`)).data.length;
    const all = await count('');

    const theirs = data.filter((entry: { actor: { id: string } }) => entry.actor.id === actor.id);
    expect(await count(`actor=${actor.id}`)).toBe(theirs.length);
    expect(await count('actor=0199a000-0000-7000-8000-000000000099')).toBe(0);
    expect(await count('from=2026-11-20T12:00:00Z&to=2026-11-21T00:00:00Z')).toBe(all);
    expect(await count('to=2026-11-20T12:00:00Z')).toBe(0);
    expect(await count('q=firefox')).toBe(1);
  });

  test('refuses a filter that is not one', async () => {
    const { statusCode, body } = await admin.send('GET', '/admin-api/v1/audit-log?from=yesterday');

    expect(statusCode).toBe(400);
    expect(body).toContain('invalid_param');
  });

  test('is carried away as JSON lines, which `latchkey audit verify` finds intact, and broken when they are not', async () => {
    await server.browser().signIn(ADMIN.email, ADMIN.password);
    const { body, headers } = await admin.send('GET', '/admin-api/v1/audit-log.jsonl');
    expect(headers['content-type']).toBe('application/jsonl; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="latchkey-audit-2026-11-20.jsonl"');
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-audit-'));
    const verify = (text: string, ...flags: string[]) => {
      writeFileSync(join(folder, 'audit.jsonl'), text);
      const args = [MAIN, 'audit', 'verify', ...flags, join(folder, 'audit.jsonl')];
      return execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    };

    expect(verify(body)).toContain('The chain is whole from its beginning.');
    expect(() => verify(body.replace('Firefox', 'Chrome'))).toThrow('was changed after it was written');
    const filtered = await admin.send('GET', '/admin-api/v1/audit-log.jsonl?action=console.');
    expect(() => verify(filtered.body)).toThrow('check it with --filtered');
    expect(verify(filtered.body, '--filtered')).toContain('each of them as it was written');
    rmSync(folder, { recursive: true });
  });

  test('is carried away as a table', async () => {
    const { body, headers } = await admin.send('GET', '/admin-api/v1/audit-log.csv?action=instance.');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, row, ...rest] = body.split('\r\n');
    expect(head).toMatch(/^seq,at,action,actor_kind,actor_id,/);
    expect(row).toMatch(/^1,2026-11-20T12:00:00\.000Z,instance\.set_up,account,/);
    expect(rest).toEqual(['']);
  });

  test('holds no secret that went through the server', async () => {
    const oneTime = (
      await admin.send('POST', '/admin-api/v1/accounts', { email: 'new@example.com', name: 'New' })
    ).json().one_time_password;
    expect(oneTime).toEqual(expect.any(String));
    await server.browser().signIn('new@example.com', oneTime);

    const { body } = await admin.send('GET', '/admin-api/v1/audit-log.jsonl');

    expect(body).toContain('account.created');
    for (const secret of [oneTime, ADMIN.password, ...admin.cookies.values()]) expect(body).not.toContain(secret);
  });
});

test('a long audit log is sent as it is read, not gathered first', async () => {
  const { audit } = server.context.platform.store;
  const [{ seq: before }] = (await get('audit-log?limit=1')).data;
  await server.context.platform.store.transaction(async (stores) => {
    const [entry] = await audit.latest(1);
    if (entry === undefined) throw new Error('nothing was written');
    for (let n = 0; n < 5000; n += 1) await stores.audit.append({ ...entry, details: { padding: 'x'.repeat(200) } });
  });
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  const { body } = await fetch(`${address}/admin-api/v1/audit-log.jsonl`, { headers: { cookie, ...HEADERS } });

  let text = '';
  let pieces = 0;
  const decoder = new TextDecoder();
  for await (const piece of body ?? []) {
    text += decoder.decode(piece, { stream: true });
    pieces += 1;
  }
  expect(text.trimEnd().split('\n')).toHaveLength(before + 5000);
  expect(pieces).toBeGreaterThan(10);
});
