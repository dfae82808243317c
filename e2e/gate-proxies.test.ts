import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Application, startApplication } from './support/application.ts';
import { ANN, setUp, Visitor } from './support/people.ts';
import { type ReverseProxy, startCaddy, startNginx } from './support/reverse-proxy.ts';
import { Server } from './support/server.ts';

/** The configurations of the guides, in the real programs. */
describe.each([
  ['nginx', startNginx],
  ['Caddy', startCaddy],
])('behind %s, which asks the gate', (_name, start) => {
  let server: Server;
  let application: Application;
  let proxy: ReverseProxy;
  let ann: Visitor;
  let webApp: { id: string };
  const jar = new Map<string, string>();

  beforeAll(async () => {
    server = await Server.start({ LATCHKEY_TRUSTED_PROXIES: 'loopback' });
    application = await startApplication();
    proxy = await start({ latchkey: new URL(server.address).host, application: application.host });
    await setUp(server);
    ann = new Visitor(server.address);
    await ann.signIn();
    const body = { name: 'Wiki', code: 'wiki', upstream: 'https://unused.example', host: 'wiki.example.com' };
    webApp = await (await ann.post('/console/api/webapps', body)).json();
    await choose('private_all');
  });
  afterAll(async () => {
    await proxy[Symbol.asyncDispose]();
    await application[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    application.received.length = 0;
  });

  const choose = async (access_mode: string) => {
    const response = await fetch(`${server.address}/console/api/webapps/${webApp.id}/access`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        'x-csrf-token': ann.cookies.get('csrf_token') ?? '',
        cookie: cookieOf(ann.cookies),
      },
      body: JSON.stringify({ access_mode, group_ids: [], account_ids: [] }),
    });
    expect(response.status).toBe(200);
  };

  /** One request on the app's host, with the cookies it has set. */
  function ask(path: string, headers: Record<string, string | string[]> = {}) {
    return new Promise<{ status: number; location: string; body: string }>((resolve, reject) => {
      const outgoing = request({
        host: '127.0.0.1',
        port: proxy.port,
        path,
        agent: false,
        headers: { host: `wiki.example.com:${proxy.port}`, cookie: cookieOf(jar), ...headers },
      });
      outgoing.on('error', reject).on('response', async (response) => {
        for (const line of response.headers['set-cookie'] ?? []) {
          const [pair = ''] = line.split(';');
          jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
        }
        let body = '';
        for await (const part of response.setEncoding('utf8')) body += part;
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', body });
      });
      outgoing.end();
    });
  }

  test('a stranger’s script is refused, and the application hears nothing of it', async () => {
    expect((await ask('/data.json')).status).toBe(401);
    expect(application.received).toEqual([]);
  });

  test('a person is led through signing in and back to where they were going', async () => {
    const person = { accept: 'text/html' };
    const sent = await ask('/page?a=1&b=2', person);
    expect([sent.status, sent.location]).toEqual([
      302,
      `http://wiki.example.com/.latchkey/start?return=%2Fpage%3Fa%3D1%26b%3D2`,
    ]);
    const started = await ask(new URL(sent.location).pathname + new URL(sent.location).search, person);
    expect(started.status).toBe(302);
    // Not followed: it leads to the app's host, which only the test's own client reaches.
    const entered = await fetch(started.location, { headers: { cookie: cookieOf(ann.cookies) }, redirect: 'manual' });
    const callback = entered.headers.get('location') ?? '';
    const back = await ask(new URL(callback).pathname + new URL(callback).search, person);
    expect([back.status, back.location]).toEqual([302, '/page?a=1&b=2']);

    expect((await ask(back.location, person)).body).toContain('The wiki');
    expect(application.received.at(-1)?.headers).toMatchObject({
      'x-latchkey-email': ANN.email,
      'x-latchkey-name': 'Ann Lee',
    });
  });

  test('what a visitor says about themselves does not reach the application', async () => {
    const forged = {
      'X-Latchkey-User': 'root',
      'x-latchkey-jwt': 'forged',
      X_Latchkey_User: 'root',
      X_LATCHKEY_EMAIL: 'root@example.com',
    };
    await ask('/', forged);
    expect(JSON.stringify(application.received.at(-1)?.headers)).not.toMatch(/root|forged/);
    expect(application.received.at(-1)?.headers['x-latchkey-email']).toBe(ANN.email);

    await choose('public');
    const cookies = new Map(jar);
    jar.clear();
    await ask('/', { ...forged, cookie: 'theme=dark' });
    for (const [name, value] of cookies) jar.set(name, value);
    await choose('private_all');

    const headers = application.received.at(-1)?.headers;
    expect(JSON.stringify(headers)).not.toMatch(/root|forged/);
    expect(headers?.cookie).toBe('theme=dark');
  });

  test('the cookie of the gate does not reach the application', async () => {
    await ask('/', { cookie: `a=1; ${cookieOf(jar)}; b=2` });
    expect(application.received.at(-1)?.headers.cookie).toBe('a=1; b=2');
  });

  test('a change holds at the next request', async () => {
    expect((await ask('/')).status).toBe(200);
    await choose('private');

    expect((await ask('/')).status).toBe(401);
    expect((await ask('/', { accept: 'text/html' })).status).toBe(302);
    await choose('private_all');
  });

  test('the application’s own addresses are no way around the gate', async () => {
    application.received.length = 0;
    for (const path of ['/latchkey-check', '/gate/check', '/.latchkey/check']) {
      jar.clear();
      expect((await ask(path)).status).toBeGreaterThanOrEqual(400);
    }
    expect(application.received).toEqual([]);
  });
});

function cookieOf(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map((pair) => pair.join('=')).join('; ');
}
