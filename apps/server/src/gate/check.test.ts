import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GateWorld, ID, startGateWorld } from '../testing/gate-world.ts';
import type { Answer, Visitor } from '../testing/visitor.ts';

/** The server as another proxy reaches it, by its own address. */
const LATCHKEY = 'http://latchkey.internal';
const HOST = 'wiki.example.com';
const WIKI = `http://${HOST}`;
const PERSON = { accept: 'text/html' };

let world: GateWorld;
let member: Visitor;
let chosen: { id: string };
beforeAll(async () => {
  world = await startGateWorld({ LATCHKEY_TRUSTED_PROXIES: 'loopback', LATCHKEY_APPS_DOMAIN: '' });
  member = await world.member('Mel');
  await world.publish('wiki', { access_mode: 'private_all' }, { host: HOST });
  chosen = await world.publish('chosen', { access_mode: 'private' }, { host: 'chosen.example.com' });
  // On the app's host the proxy hands the gate's own paths on, and nothing else.
  await member.open(`${WIKI}/.latchkey/start?return=%2F.latchkey%2F`);
});
afterAll(() => world[Symbol.asyncDispose]());

/** The question as each proxy asks it: what its own documentation says it sends. */
const ASKS: Readonly<Record<string, (visitor: Visitor, asked: Asked) => Promise<Answer>>> = {
  'nginx auth_request': (visitor, { headers, uri, host, method }) =>
    visitor.send('GET', `${LATCHKEY}/gate/check`, {
      headers: { ...forwarded(host, uri, method), host, cookie: visitor.cookieFor(`http://${host}/`), ...headers },
    }),
  'Caddy forward_auth': (visitor, { headers, uri, host, method }) =>
    visitor.send('GET', `${LATCHKEY}/gate/check?redirect=1`, {
      headers: { ...forwarded(host, uri, method), host, cookie: visitor.cookieFor(`http://${host}/`), ...headers },
    }),
  'Traefik forwardAuth': (visitor, { headers, uri, host, method }) =>
    visitor.send('GET', `${LATCHKEY}/gate/check?redirect=1`, {
      headers: { ...forwarded(host, uri, method), cookie: visitor.cookieFor(`http://${host}/`), ...headers },
    }),
  'Envoy ext_authz': (visitor, { headers, uri, host, method }) =>
    visitor.send(method, `${LATCHKEY}/gate/check${uri}`, {
      headers: {
        host,
        'x-forwarded-for': '203.0.113.9',
        'x-forwarded-proto': 'http',
        cookie: visitor.cookieFor(`http://${host}/`),
        'content-length': '0',
        ...headers,
      },
    }),
};

interface Asked {
  readonly uri: string;
  readonly host: string;
  readonly method: string;
  readonly headers: Record<string, string>;
}

function forwarded(host: string, uri: string, method: string) {
  return {
    'x-forwarded-host': host,
    'x-forwarded-uri': uri,
    'x-forwarded-method': method,
    'x-forwarded-proto': 'http',
    'x-forwarded-for': '203.0.113.9',
  };
}

describe.each(Object.entries(ASKS))('%s', (name, ask) => {
  const of = (visitor: Visitor, asked: Partial<Asked> = {}) =>
    ask(visitor, { uri: '/page?a=1', host: HOST, method: 'GET', headers: {}, ...asked });

  test('learns who a member is, and which cookies are the app’s own', async () => {
    const cookie = `theme=dark; ${member.cookieFor(`${WIKI}/`)}`;
    const { status, headers, body } = await of(member, { headers: { cookie } });

    expect([status, body]).toEqual([200, '']);
    expect(headers).toMatchObject({ 'x-latchkey-email': 'mel@example.com', cookie: 'theme=dark' });
    expect(String(headers['x-latchkey-jwt']).split('.')).toHaveLength(3);
  });

  test('learns so for every method', async () => {
    expect((await of(member, { method: 'POST' })).status).toBe(200);
    expect((await of(member, { method: 'DELETE' })).status).toBe(200);
  });

  test('is told 401 for a script of a stranger, with the reason', async () => {
    const { status, headers } = await of(world.visitor());
    expect([status, headers['x-latchkey-reason'], headers['x-latchkey-location']]).toEqual([
      401,
      'sign_in_needed',
      undefined,
    ]);
  });

  test('is told where a person should go, and sends them there where it cannot say so itself', async () => {
    const { status, headers } = await of(world.visitor(), { headers: PERSON });
    const target = `${WIKI}/.latchkey/start?return=%2Fpage%3Fa%3D1`;
    expect([status, headers.location ?? headers['x-latchkey-location']]).toEqual([
      name.startsWith('nginx') ? 401 : 302,
      target,
    ]);
  });

  test('is told 403 for a script of somebody who is not chosen', async () => {
    const visitor = await world.member(`Not${Math.random()}`);
    await world.ask('PUT', `/webapps/${chosen.id}/access`, {
      access_mode: 'private_all',
      group_ids: [],
      account_ids: [],
    });
    await visitor.open('http://chosen.example.com/.latchkey/start?return=%2F.latchkey%2F');
    expect((await of(visitor, { host: 'chosen.example.com' })).status).toBe(200);
    await world.ask('PATCH', `/webapps/${chosen.id}`, { enabled: false });

    const { status, headers } = await of(visitor, { host: 'chosen.example.com' });

    expect([status, headers['x-latchkey-reason']]).toEqual([403, 'webapp_disabled']);
    const page = await of(visitor, { host: 'chosen.example.com', headers: PERSON });
    expect(page.headers.location ?? page.headers['x-latchkey-location']).toMatch(
      new RegExp(`^${ID}/webapp-signin\\?app=chosen&reason=webapp_disabled`),
    );
    const reference = new URL(String(page.headers.location ?? page.headers['x-latchkey-location'])).searchParams.get(
      'reference',
    );
    const { attempts } = world.server.context.platform.store;
    expect(await attempts.findByReference(String(reference))).toMatchObject({
      refusal: 'webapp_disabled',
      details: { webapp: 'chosen' },
    });
    await world.ask('PATCH', `/webapps/${chosen.id}`, { enabled: true });
  });

  test('is told 403 when a page of a sibling host acts with a member’s session', async () => {
    const from = (origin: string, more: object = {}) => of(member, { method: 'POST', headers: { origin, ...more } });
    const foreign = await from('http://blog.example.com');
    expect([foreign.status, foreign.headers['x-latchkey-reason']]).toEqual([403, 'foreign_origin']);
    expect((await from('null')).status).toBe(403);
    expect((await from(`${WIKI}:8443`)).status).toBe(200);
    const socket = { 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', origin: 'http://blog.example.com' };
    expect((await of(member, { headers: socket })).status).toBe(403);
    expect((await of(member, { headers: { ...socket, origin: WIKI } })).status).toBe(200);
    expect((await of(member, { headers: { origin: 'http://blog.example.com' } })).status).toBe(200);
  });

  test('is told of a stranger with empty headers, which overwrite what came from outside', async () => {
    const { id } = await world.publish(`p${Math.random().toString(36).slice(2)}`, { access_mode: 'public' });
    const host = `${id}.example.com`;
    await world.ask('PATCH', `/webapps/${id}`, { host });

    const { status, headers } = await of(world.visitor(), { host, headers: { 'x-latchkey-user': 'root' } });

    expect([status, headers['x-latchkey-user'], headers['x-latchkey-jwt']]).toEqual([200, '', '']);
  });
});

test('the address of the visitor is the one that the proxy says', async () => {
  const { id } = await world.publish('office', { access_mode: 'public' }, { host: 'office.example.com' });
  await world.ask('PUT', `/webapps/${id}/conditions`, { address_ranges: ['203.0.113.9'] });
  const ask = (headers: object) =>
    world.visitor().send('GET', `${LATCHKEY}/gate/check`, {
      headers: { ...forwarded('office.example.com', '/', 'GET'), ...headers },
    });

  expect((await ask({})).status).toBe(200);
  expect((await ask({ 'x-forwarded-for': '198.51.100.1' })).headers['x-latchkey-reason']).toBe('address_not_allowed');
});

test('nobody but a trusted proxy is answered', async () => {
  await using closed = await startGateWorld();
  const headers = { ...forwarded('wiki.apps.example.test', '/', 'GET') };

  const answer = await closed.visitor().send('GET', `${LATCHKEY}/gate/check`, { headers });

  expect([answer.status, answer.json().code]).toEqual([403, 'untrusted_proxy']);
});

test('a host that no app has is refused', async () => {
  const headers = forwarded('nothing.example.com', '/', 'GET');
  expect((await world.visitor().send('GET', `${LATCHKEY}/gate/check`, { headers })).status).toBe(404);
});

test('no app takes the host of this server, or one of the apps’ domain', async () => {
  await using other = await startGateWorld();
  for (const host of ['id.example.test', 'apps.example.test', 'wiki.apps.example.test']) {
    const body = { name: 'X', code: 'x', upstream: 'http://127.0.0.1:1', host };
    const answer = await other.ann.send('POST', `${ID}/console/api/webapps`, { body });
    expect([answer.status, answer.json().code]).toEqual([409, 'webapp_host_taken']);
  }
});
