import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { createDatabase, type TestDatabase } from '@latchkey/tools/real/postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GateWorld, ID, startGateWorld } from '../testing/gate-world.ts';
import { startTestServer } from '../testing/test-server.ts';
import { Visitor } from '../testing/visitor.ts';

/** A change must be felt within a second. */
const SECOND_MS = 1000;

describe('an open stream', () => {
  let world: GateWorld;
  beforeAll(async () => {
    world = await startGateWorld({ LATCHKEY_APPS_DOMAIN: '', LATCHKEY_PUBLIC_URL: '' });
  });
  afterAll(() => world[Symbol.asyncDispose]());

  /** By path: the client of sockets that Node has sends no Host header of ours. */
  const base = () => `http://127.0.0.1:${world.port}`;

  async function enter(visitor: Visitor): Promise<void> {
    expect((await visitor.open(`${base()}/apps/live/`)).status).toBe(200);
  }

  async function openSocket(visitor: Visitor): Promise<WebSocket> {
    const address = `${base()}/apps/live/socket`;
    const headers = { cookie: visitor.cookieFor(address) };
    const socket = new WebSocket(address.replace('http', 'ws'), { headers });
    await once(socket, 'open');
    return socket;
  }

  async function echo(socket: WebSocket, text: string): Promise<string> {
    const heard = once(socket, 'message');
    socket.send(text);
    const [event] = await heard;
    return event.data;
  }

  test('brings every event as it happens, and a socket carries both ways', async () => {
    await world.publish('live');
    const visitor = await member(world, base(), 'Eva');
    await enter(visitor);
    const events = await visitor.stream('GET', `${base()}/apps/live/events`);
    const socket = await openSocket(visitor);

    world.application.tell('first');
    expect(String((await once(events, 'data'))[0])).toBe('data: first\n\n');
    world.application.tell('second');
    expect(String((await once(events, 'data'))[0])).toBe('data: second\n\n');
    expect(await echo(socket, 'hello')).toBe('hello');
    expect(await echo(socket, 'again')).toBe('again');
    events.destroy();
    socket.close();
  });

  test.each([
    ['its person is banned', (account: string) => setStatus(account)],
    ['their session ends', (_account: string, visitor: Visitor) => signOut(visitor)],
    ['the app is switched off', () => world.ask('PATCH', `/webapps/${live()}`, { enabled: false })],
    [
      'the app asks for a passphrase',
      () => world.ask('PUT', `/webapps/${live()}/conditions`, { passphrase: 'secret' }),
    ],
    [
      'nobody is chosen any more',
      () => world.ask('PUT', `/webapps/${live()}/access`, { access_mode: 'private', group_ids: [], account_ids: [] }),
    ],
  ])('and an open socket are cut within a second when %s, on both sides', async (_what, change) => {
    published = (await world.ask('GET', '/webapps')).data as typeof published;
    await world.ask('PATCH', `/webapps/${live()}`, { enabled: true });
    await world.ask('PUT', `/webapps/${live()}/conditions`, { passphrase: null });
    await world.ask('PUT', `/webapps/${live()}/access`, { access_mode: 'private_all', group_ids: [], account_ids: [] });
    const visitor = await member(world, base(), `P${published.length}${Math.random()}`);
    await enter(visitor);
    const events = await visitor.stream('GET', `${base()}/apps/live/events`);
    const socket = await openSocket(visitor);
    const ended = Promise.all([endOf(events), once(socket, 'close')]);

    const changedAt = performance.now();
    await change(visitor.accountId, visitor);
    await ended;

    expect(performance.now() - changedAt).toBeLessThan(SECOND_MS);
    await expect.poll(() => world.application.open.size).toBe(0);
  });

  let published: { id: string; code: string }[] = [];
  const live = () => published.find(({ code }) => code === 'live')?.id;

  function signOut(visitor: Visitor) {
    return visitor.send('POST', `${base()}/console/api/logout`);
  }

  async function setStatus(id: string): Promise<void> {
    const { accounts } = world.server.context.platform.store;
    await accounts.setStatus(id as Parameters<typeof accounts.setStatus>[0], 'banned');
  }

  test('of somebody else stays open', async () => {
    await world.ask('PUT', `/webapps/${live()}/access`, { access_mode: 'private_all', group_ids: [], account_ids: [] });
    const [one, other] = [await member(world, base(), 'One'), await member(world, base(), 'Other')];
    for (const visitor of [one, other]) await enter(visitor);
    const [cut, kept] = [await openSocket(one), await openSocket(other)];
    const closed = once(cut, 'close');

    await signOut(one);
    await closed;

    expect(await echo(kept, 'still here')).toBe('still here');
    kept.close();
  });
});

describe('on two replicas', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  test('a code works once, and a change through one is felt within a second by a stream through the other', async () => {
    const env = { LATCHKEY_DATABASE_URL: database.url, LATCHKEY_SECRET_KEY: 'the same key on every replica, 32+' };
    await using here = await startGateWorld(env);
    const there = await startTestServer({
      ...env,
      LATCHKEY_PUBLIC_URL: ID,
      LATCHKEY_APPS_DOMAIN: 'apps.example.test',
    });
    await there.app.listen({ host: '127.0.0.1', port: 0 });
    const address = there.app.server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const { id, url } = await here.publish('live');
    const person = await here.member('Mel');
    const visitor = new Visitor(port);
    visitor.cookies.set('id.example.test', person.cookies.get('id.example.test') ?? []);
    const started = await visitor.send('GET', url, { headers: { accept: 'text/html' } });
    const entered = await visitor.send('GET', String(started.headers.location));
    const cookie = visitor.cookieFor(url);
    const exchanges = Array.from({ length: 20 }, (_, n) =>
      (n % 2 === 0 ? visitor : person).send('GET', String(entered.headers.location), { headers: { cookie } }),
    );
    const statuses = (await Promise.all(exchanges)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 302)).toHaveLength(1);
    expect((await visitor.open(url)).status).toBe(200);
    const ended = endOf(await visitor.stream('GET', `${url}/events`));

    const changedAt = performance.now();
    const access = { access_mode: 'private', group_ids: [], account_ids: [] };
    expect(await here.ask('PUT', `/webapps/${id}/access`, access)).toEqual({ sessions_ended: 1 });
    await ended;

    expect(performance.now() - changedAt).toBeLessThan(SECOND_MS);
    expect((await visitor.send('GET', url)).status).toBe(401);
    await there.close();
  });
});

/** Cut off, which a reader sees as an error, or ended. */
function endOf(stream: Readable): Promise<unknown> {
  stream.on('error', () => undefined).resume();
  return new Promise((resolve) => stream.on('close', resolve));
}

async function member(world: GateWorld, base: string, name: string) {
  const person = await world.member(name);
  await person.signIn(base, { email: `${name.toLowerCase()}@example.com`, password: 'correct horse 2' });
  return person;
}
