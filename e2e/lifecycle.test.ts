import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { setUp, Visitor } from './support/people.ts';
import { Server } from './support/server.ts';

test('SIGTERM lets a request that has begun end, then the process ends well', async () => {
  await using server = await Server.start();
  await setUp(server);
  const visitor = new Visitor(server.address);
  await visitor.get('/healthz');
  const underWay = visitor.signIn();
  await visitor.get('/healthz');
  const ended = server.signal('SIGTERM');
  expect((await underWay).status).toBe(200);
  expect((await ended).code).toBe(0);
  expect(server.log).not.toContain('"level":50');
});

test('a port in use stops the start with one sentence', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const address = taken.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const { code, stderr } = await Server.fails({ LATCHKEY_LOG_LEVEL: 'silent' }, port);
  expect([code, stderr.trim()]).toEqual([
    1,
    `latchkey: port ${port} is in use; choose another with --port or LATCHKEY_PORT.`,
  ]);
  taken.close();
});

test('a wrong setting stops the start with one sentence that names it', async () => {
  const { code, stderr } = await Server.fails({ LATCHKEY_PUBLIC_URL: 'nonsense' });
  expect([code, stderr.trim()]).toEqual([
    2,
    'latchkey: LATCHKEY_PUBLIC_URL must be an http or https address without a path.',
  ]);
});

test.each([
  [
    'LATCHKEY_DATABASE_URL',
    'postgres://ann:hunter2@127.0.0.1:1/x',
    /^latchkey: LATCHKEY_DATABASE_URL names a database/,
  ],
  ['LATCHKEY_DATABASE_URL', 'postgres://ann:hunter2@db.invalid/x', /^latchkey: LATCHKEY_DATABASE_URL names a database/],
  ['LATCHKEY_HOST', 'no.such.host.invalid', /^latchkey: LATCHKEY_HOST is not an address of this machine/],
])('a %s that leads nowhere is named, not left to a system error: %s', async (name, value, sentence) => {
  const { stderr } = await Server.fails({ [name]: value });
  expect(stderr.trim()).toMatch(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toContain('hunter2');
});

test('a data folder that cannot be made is named', async () => {
  await expect(Server.start({}, '/dev/null/data')).rejects.toThrow(
    /latchkey: LATCHKEY_DATA_DIR cannot be used: ENOTDIR/,
  );
});

test('two servers on one data folder both work on the same accounts', async () => {
  await using first = await Server.start();
  await setUp(first);
  await using second = await Server.start({}, first.dataDir);
  const visitor = new Visitor(second.address);
  expect((await visitor.signIn()).status).toBe(200);
  const twin = new Visitor(first.address);
  for (const [name, value] of visitor.cookies) twin.cookies.set(name, value);
  expect((await twin.get('/console/api/account/profile')).status).toBe(200);
});
