import { createConnection } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DOMAIN, type GateWorld, ID, startGateWorld } from '../testing/gate-world.ts';
import type { Visitor } from '../testing/visitor.ts';
import { samePath } from './ways.ts';

let world: GateWorld;
let member: Visitor & { readonly accountId: string };
let wiki: string;
beforeAll(async () => {
  world = await startGateWorld();
  member = await world.member('Mel');
  ({ url: wiki } = await world.publish('wiki'));
  await world.publish('open', { access_mode: 'public' });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => {
  world.application.received.length = 0;
});

/** Up to the door: the address at Latchkey's, and the one it leads to. */
async function code(visitor: Visitor, from = wiki): Promise<string> {
  const started = await visitor.send('GET', from, { headers: { accept: 'text/html' } });
  const entered = await visitor.send('GET', String(started.headers.location));
  return String(entered.headers.location);
}

/** What the server answers to a request as it is written here. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = createConnection(world.port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8').on('data', (part) => {
      said += part;
    });
    socket.on('error', reject).on('close', () => resolve(said));
  });
}

describe('the code with which somebody enters', () => {
  test('works once', async () => {
    const visitor = await world.member('One');
    const callback = await code(visitor);
    expect((await visitor.send('GET', callback)).status).toBe(302);

    expect((await visitor.send('GET', callback)).json().code).toBe('entry_expired');
  });

  test('is nothing in another browser', async () => {
    const callback = await code(member);
    const thief = world.visitor();
    await thief.send('GET', wiki, { headers: { accept: 'text/html' } });

    expect((await thief.send('GET', callback)).json().code).toBe('entry_expired');
    expect((await world.visitor().send('GET', callback)).json().code).toBe('entry_expired');
  });

  test('that somebody else started signs nobody in as them', async () => {
    const attacker = world.visitor();
    await attacker.signIn(ID);
    const theirs = await code(attacker);
    const victim = world.visitor();
    await victim.send('GET', wiki, { headers: { accept: 'text/html' } });

    expect((await victim.send('GET', theirs)).status).toBe(400);
    expect((await victim.send('GET', wiki)).json().code).toBe('sign_in_needed');
  });

  test('is nothing on the host of another app', async () => {
    const callback = await code(member);
    const elsewhere = callback.replace('wiki.', 'open.');

    const headers = { cookie: member.cookieFor(wiki) };
    expect((await member.send('GET', elsewhere, { headers })).json().code).toBe('entry_expired');
  });

  test('expires after a minute', async () => {
    const visitor = await world.member('Slow');
    const callback = await code(visitor);
    world.server.advance(60);

    expect((await visitor.send('GET', callback)).json().code).toBe('entry_expired');
  });

  test('is no session', async () => {
    const token = new URL(await code(member)).searchParams.get('code') ?? '';

    const answer = await world.visitor().send('GET', wiki, { headers: { cookie: `latchkey_app=${token}` } });

    expect(answer.json().code).toBe('sign_in_needed');
  });
});

describe('the way back', () => {
  test.each([
    '//evil.example/',
    '/\\evil.example/',
    'https://evil.example/',
    'javascript:alert(1)',
    '/ok\r\nset-cookie: a=b',
    '',
    '/.latchkey/start',
  ])('never leads out of the app: %s', async (target) => {
    const visitor = await world.member(`To${Math.random()}`);
    const start = `${wiki}/.latchkey/start?${new URLSearchParams({ return: target })}`;

    const answer = await visitor.open(start);

    expect(new URL(answer.url).href).toBe(`${wiki}/`);
  });

  test('keeps every path of the app, and nothing that a browser would take for another host', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (path, noise) => {
        const kept = new URL(samePath(`/${noise}${path}`), wiki);
        expect(kept.origin).toBe(wiki);
        expect(samePath(`/app${path}`)).toBe(`/app${path}`);
      }),
    );
  });

  test('is only ever to the app’s own address, whatever the entrance is told', async () => {
    const nonce = 'A'.repeat(43);
    for (const parameters of [
      { app: 'wiki', nonce, return: 'https://evil.example/' },
      { app: 'wiki', nonce, return: '/', host: 'evil.example', redirect_uri: 'https://evil.example' },
    ]) {
      const answer = await member.send('GET', `${ID}/gate/enter?${new URLSearchParams(parameters)}`);
      expect(new URL(String(answer.headers.location)).origin).toBe(wiki);
    }
    const two = await member.send('GET', `${ID}/gate/enter?app=wiki&app=evil&nonce=${nonce}`);
    expect([two.status >= 400, two.headers.location]).toEqual([true, undefined]);
  });
});

describe('host confusion', () => {
  test('a name is the same in capitals and with a dot at its end', async () => {
    for (const host of [`WIKI.${DOMAIN}`, `wiki.${DOMAIN}.`, `Wiki.Apps.Example.Test`]) {
      const answer = await world.visitor().send('GET', wiki, { headers: { host } });
      expect([host, answer.json().code]).toEqual([host, 'sign_in_needed']);
    }
  });

  test('a forwarded host from nobody in particular counts for nothing', async () => {
    const headers = { 'x-forwarded-host': `open.${DOMAIN}`, forwarded: `host=open.${DOMAIN}` };
    expect((await world.visitor().send('GET', wiki, { headers })).json().code).toBe('sign_in_needed');
  });

  test.each([`nothing.${DOMAIN}`, `a.wiki.${DOMAIN}`, `%77iki.${DOMAIN}`, `wiki%2e.${DOMAIN}`])(
    '%s is no app, and nothing of ours answers there',
    async (host) => {
      for (const path of ['/', '/console/api/system-features', '/admin-api/v1/session', '/healthz']) {
        const answer = await world.visitor().send('GET', `${wiki}${path}`, { headers: { host } });
        expect(answer.status).toBe(404);
      }
    },
  );

  test('our own addresses are the app’s on its host', async () => {
    await member.open(`${wiki}/console/api/system-features`);
    await member.send('GET', `${wiki}/gate/check`);
    await member.send('GET', `${wiki}/healthz`);

    expect(world.application.received.map(({ url }) => url)).toEqual([
      '/console/api/system-features',
      '/gate/check',
      '/healthz',
    ]);
  });

  test('an app has no address on our own host', async () => {
    expect((await member.send('GET', `${ID}/apps/wiki/`)).status).toBe(404);
    expect((await member.send('GET', `${ID}/.latchkey/start`)).status).toBe(404);
  });

  test('a whole address where a path belongs is refused', async () => {
    const target = `http://open.${DOMAIN}/`;
    const answer = await world.visitor().send('GET', wiki, { target });
    expect([answer.status, world.application.received]).toEqual([400, []]);
  });

  test('two Host headers open nothing that one of them would not', async () => {
    const answer = await raw(
      `GET / HTTP/1.1\r\nHost: open.${DOMAIN}\r\nHost: wiki.${DOMAIN}\r\nConnection: close\r\n\r\n`,
    );
    expect(
      world.application.received.filter(({ headers }) => headers['x-forwarded-host'] === `wiki.${DOMAIN}`),
    ).toEqual([]);
    expect(answer).toMatch(/^HTTP\/1\.1 (200|400)/);
  });

  test('a request smuggled behind another is not seen', async () => {
    const inner = `GET /admin HTTP/1.1\r\nHost: wiki.${DOMAIN}\r\n\r\n`;
    const answer = await raw(
      `POST / HTTP/1.1\r\nHost: open.${DOMAIN}\r\nContent-Length: ${inner.length}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n${inner}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(world.application.received).toEqual([]);
  });
});

describe('tricks with paths', () => {
  test.each([
    '/..',
    '/../secret',
    '/a/../../b',
    '/%2e%2e/secret',
    '/a/%2E%2e%2fsecret',
    '/..%5csecret',
    '/.%2e/x',
    '\\..\\x',
  ])('%s is refused', async (target) => {
    const answer = await world.visitor().send('GET', `http://open.${DOMAIN}/`, { target });
    expect([answer.status, world.application.received]).toEqual([400, []]);
  });

  test.each(['//double//slash', '/a%2fb', '/a;b=c', '/..a/b..', '/%00', '/?q=../..'])(
    '%s reaches the app as it was sent',
    async (target) => {
      const answer = await world.visitor().send('GET', `http://open.${DOMAIN}/`, { target });
      expect([answer.status, world.application.received.at(-1)?.url]).toEqual([200, target]);
    },
  );

  test('an application in a folder is not left', async () => {
    const { url } = await world.publish(
      'folder',
      { access_mode: 'public' },
      { upstream: `${world.application.address}/base/` },
    );
    await world.visitor().send('GET', `${url}/page`);
    expect(world.application.received.at(-1)?.url).toBe('/base/page');
  });

  test('the gate’s own paths are no way around it', async () => {
    for (const path of ['/.latchkey/', '/.latchkey/nothing', '/.latchkey/../admin', '/.latchkey//start']) {
      await member.send('GET', wiki, { target: path });
    }
    await member.send('POST', `${wiki}/.latchkey/start`);
    expect(world.application.received).toEqual([]);
  });
});

describe('another protocol on the connection', () => {
  const OFFER = `Host: open.${DOMAIN}\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n`;

  test('is never spoken with an app: through a tunnel anybody could say who they are', async () => {
    const answer = await raw(`GET /offer HTTP/1.1\r\n${OFFER}\r\n`);

    expect(answer).toMatch(/^HTTP\/1\.1 200/);
    const { headers } = world.application.received.at(-1) ?? {};
    expect(headers).not.toHaveProperty('upgrade');
    expect(headers).not.toHaveProperty('http2-settings');
    expect(world.application.open.size).toBe(0);
  });

  test('may be offered with a body, as Java’s clients do, which then arrives', async () => {
    await raw(`POST /offer HTTP/1.1\r\n${OFFER}Content-Length: 5\r\n\r\nhello`);
    expect(world.application.received.at(-1)).toMatchObject({ method: 'POST', body: 'hello' });

    const body = JSON.stringify({ email: 'ann@example.com', password: 'not this one 1' });
    const ours = OFFER.replace(`open.${DOMAIN}`, new URL(ID).host);
    const answer = await raw(
      `POST /console/api/login HTTP/1.1\r\n${ours}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(answer).toContain('authentication_failed');
  });

  test('is no socket when it brings a body', async () => {
    const offer = OFFER.replace('h2c', 'websocket');
    await raw(`POST /socket HTTP/1.1\r\n${offer}Content-Length: 5\r\n\r\nhello`);
    await raw(`GET /socket HTTP/1.1\r\n${offer}Content-Length: 5\r\n\r\nhello`);

    expect(world.application.received.map(({ body }) => body)).toEqual(['hello', 'hello']);
    expect(world.application.open.size).toBe(0);
  });

  test('a program that waits for 100 Continue is told so once', async () => {
    const answer = await raw(
      `POST /wait HTTP/1.1\r\nHost: open.${DOMAIN}\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\nhello`,
    );
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 100', 'HTTP/1.1 200']);
    expect(world.application.received.at(-1)?.headers).not.toHaveProperty('expect');
  });
});

describe('a sibling app', () => {
  test('cannot act with the session that its visitor has here', async () => {
    await member.open(wiki);
    const headers = { origin: `http://open.${DOMAIN}`, 'sec-fetch-site': 'same-site' };
    world.application.received.length = 0;

    const changed = await member.send('POST', `${wiki}/delete`, { headers, body: 'all' });
    const socket = await member.send('GET', `${wiki}/socket`, {
      headers: { ...headers, connection: 'upgrade', upgrade: 'websocket' },
    });

    expect([changed.json().code, socket.json().code]).toEqual(['foreign_origin', 'foreign_origin']);
    expect(world.application.received).toEqual([]);
    const own = await member.send('POST', `${wiki}/delete`, { headers: { origin: wiki }, body: 'one' });
    expect(own.status).toBe(200);
  });

  test('signs nobody out of this server and the other apps by clearing the cookies of the domain', async () => {
    const sent = ['"*"', '"cookies"', '"cache", "cookies", "storage"', '"cache"'];
    const kept = [];
    for (const types of sent) {
      world.application.answer = (_request, response) => response.setHeader('clear-site-data', types).end();
      kept.push((await world.visitor().send('GET', `http://open.${DOMAIN}/`)).headers['clear-site-data']);
    }
    world.application.answer = undefined;

    expect(kept).toEqual(['"cache", "storage"', undefined, '"cache", "storage"', '"cache"']);
  });

  test('gives nobody a session by a cookie it sets for the whole domain', async () => {
    await member.open(wiki);
    const attacker = world.visitor();
    await attacker.signIn(ID);
    await attacker.open((await world.publish('theirs')).url);
    const tossed = attacker.cookie(`theirs.${DOMAIN}`, 'latchkey_app');
    const own = member.cookie(`wiki.${DOMAIN}`, 'latchkey_app');

    const headers = { cookie: `latchkey_app=${tossed}; latchkey_app=${own}` };
    await member.send('GET', wiki, { headers });

    expect(world.application.received.at(-1)?.headers['x-latchkey-email']).toBe('mel@example.com');
  });
});

describe('where an app leads', () => {
  test.each([
    'http://169.254.169.254/latest/meta-data',
    'http://[::ffff:169.254.169.254]/',
    'http://0.0.0.0/',
    'ftp://files.example.com/',
    'file:///etc/passwd',
    'http://user:password@example.com/',
    'latchkey:sample',
    'nonsense',
  ])('%s is refused, even where private networks are open', async (upstream) => {
    const body = { name: 'X', code: 'ssrf', upstream };
    const answer = await world.ann.send('POST', `${ID}/console/api/webapps`, { body });
    expect([answer.status, answer.json().code]).toEqual([400, 'upstream_refused']);
  });

  test('private networks are refused where they are closed, by address and by name', async () => {
    await using closed = await startGateWorld({ LATCHKEY_APPS_ALLOW_PRIVATE_UPSTREAMS: 'off' });
    const body = { name: 'X', code: 'ssrf', upstream: 'http://127.0.0.1:5600' };
    const named = { ...body, upstream: closed.application.address.replace('127.0.0.1', 'localhost') };

    expect((await closed.ann.send('POST', `${ID}/console/api/webapps`, { body })).json().code).toBe('upstream_refused');
    const { id, url } = await closed.ask('POST', '/webapps', named);
    await closed.ask('PUT', `/webapps/${id}/access`, { access_mode: 'public', group_ids: [], account_ids: [] });
    expect((await closed.visitor().send('GET', String(url))).json().code).toBe('upstream_unreachable');
    expect(closed.application.received).toEqual([]);
  });
});

describe('cookies of the gate', () => {
  test('belong to one host, are not readable by scripts, and are __Host- over https', async () => {
    await using world = await startGateWorld({
      LATCHKEY_TRUSTED_PROXIES: 'loopback',
      LATCHKEY_PUBLIC_URL: 'https://id.example.test',
    });
    const { url } = await world.publish('secure').catch(() => fail());
    const headers = { 'x-forwarded-proto': 'https', accept: 'text/html' };
    const started = await world.visitor().send('GET', url, { headers });

    expect(url).toBe('https://secure.apps.example.test');
    expect(started.headers['set-cookie']?.[0]).toMatch(
      /^__Host-latchkey_app_nonce=[\w-]{43}; Path=\/; Max-Age=3600; SameSite=Lax; HttpOnly; Secure$/,
    );
    expect(started.headers.location).toMatch(/^https:\/\/id\.example\.test\/gate\/enter/);
  });
});

function fail(): never {
  throw new Error('could not publish');
}
