import { createHmac, createSecretKey, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { serve } from '@hono/node-server';
import { verify } from '@node-rs/argon2';
import { Hono } from 'hono';

/** The job floors: a bare server that does the unavoidable work of each job and nothing else. */
const db = new DatabaseSync(process.argv[2] ?? ':memory:');
db.exec('pragma journal_mode = wal; pragma synchronous = normal');
db.exec(`
  create table if not exists accounts (id text primary key, email text, name text, status text, password text);
  create table if not exists sessions (id text primary key, account_id text, token_hash text unique, expires_at integer, revoked_at integer);
  create table if not exists workspaces (id text primary key, name text, created_at integer);
  create table if not exists memberships (account_id text, workspace_id text, role text, primary key (account_id, workspace_id));
  create table if not exists grants (device_code text primary key, user_code text unique, label text, status text, expires_at integer, last_polled_at integer);
`);
const PASSWORD = '$argon2id$v=19$m=19456,t=2,p=1$QYm/Mk5P/Q7NCqecJmD7XQ$RISmkdb9vjI3J3epBjmhlgn2Ayc60fKom8CEdcWKcnA';
const FAR = Date.now() + 86_400_000;
const BEARER = 'bench_token';
db.prepare('insert or ignore into accounts values (?, ?, ?, ?, ?)').run(
  'a',
  'ann@example.com',
  'Ann',
  'active',
  PASSWORD,
);
db.prepare('insert or ignore into sessions values (?, ?, ?, ?, null)').run('s', 'a', hash('sha256', BEARER), FAR);

db.prepare('insert or ignore into workspaces values (?, ?, ?)').run('w', "Ann's Workspace", FAR);
db.prepare('insert or ignore into memberships values (?, ?, ?)').run('a', 'w', 'owner');

const session = db.prepare(
  'select s.expires_at, s.revoked_at, a.* from sessions s join accounts a on a.id = s.account_id where s.id = ?',
);
const bearer = db.prepare(
  'select s.expires_at, s.revoked_at, a.* from sessions s join accounts a on a.id = s.account_id where s.token_hash = ?',
);
const workspaces = db.prepare(
  'select w.id, w.name, m.role from memberships m join workspaces w on w.id = m.workspace_id where m.account_id = ? order by w.created_at',
);
const addGrant = db.prepare('insert into grants values (?, ?, ?, ?, ?, null)');
const findGrant = db.prepare('select * from grants where device_code = ?');
const notePoll = db.prepare('update grants set last_polled_at = ? where device_code = ? and status = ?');

const key = createSecretKey(Buffer.alloc(32, 7));
const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');
const jwt = (claims: object): string => {
  const content = `${Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${content}.${sign(content)}`;
};
const read = (token = ''): Record<string, unknown> | undefined => {
  const end = token.lastIndexOf('.');
  const [given, expected] = [Buffer.from(token.slice(end + 1)), Buffer.from(sign(token.slice(0, end)))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return JSON.parse(Buffer.from(token.slice(token.indexOf('.') + 1, end), 'base64url').toString());
};
const cookie = (header: string, name: string): string | undefined =>
  header
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
const isLive = (row: Record<string, unknown> | undefined): row is Record<string, unknown> =>
  row !== undefined && row.revoked_at === null && Number(row.expires_at) > Date.now() && row.status === 'active';

const app = new Hono();
app.get('/keys', (c) =>
  c.json({ access: jwt({ sid: 's', exp: FAR }), csrf: jwt({ sub: 'a', exp: FAR }), bearer: BEARER }),
);
app.get('/session', (c) => {
  const header = c.req.header('cookie') ?? '';
  const access = read(cookie(header, 'access_token'));
  const csrf = cookie(header, 'csrf_token');
  const isProven = csrf === c.req.header('x-csrf-token') && read(csrf)?.sub === 'a';
  const row = access && session.get(String(access.sid));
  if (!isProven || !isLive(row)) return c.json({ code: 'unauthorized' }, 401);
  return c.json({ id: row.id, email: row.email, name: row.name });
});
app.get('/bearer', (c) => {
  const row = bearer.get(hash('sha256', (c.req.header('authorization') ?? '').slice(7)));
  if (!isLive(row)) return c.json({ code: 'unauthorized' }, 401);
  // The wire's answer lists the account's workspaces: a second read that nobody can avoid.
  return c.json({ id: row.id, email: row.email, name: row.name, workspaces: workspaces.all(String(row.id)) });
});
app.post('/password', async (c) => {
  const { password } = await c.req.json();
  await verify(PASSWORD, password);
  return c.json({ result: 'success' });
});
app.post('/code', async (c) => {
  const { device_label } = await c.req.json();
  const deviceCode = randomBytes(24).toString('base64url');
  const userCode = randomBytes(8).toString('base64url');
  addGrant.run(hash('sha256', deviceCode), userCode, device_label, 'pending', FAR);
  return c.json({ device_code: deviceCode, user_code: userCode, expires_in: 900, interval: 5 });
});
app.post('/poll', async (c) => {
  const { device_code } = await c.req.json();
  const id = hash('sha256', device_code);
  const grant = findGrant.get(id);
  if (grant === undefined) return c.json({ error: 'expired_token' }, 400);
  notePoll.run(Date.now(), id, 'pending');
  return c.json({ error: 'authorization_pending' }, 400);
});

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`ready http://127.0.0.1:${port}`),
);
