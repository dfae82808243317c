import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { anAccount, aSealing } from '@latchkey/core/testing';
import { createDatabase } from '@latchkey/tools/real/postgres';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import type { Engine } from '../database.ts';
import { openStore } from '../index.ts';
import { openEngine, type StoreLocation } from '../open/open-engine.ts';
import { MIGRATIONS } from './index.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration.ts';

const run = promisify(execFile);
const INDEX = new URL('../index.ts', import.meta.url).href;

const FIRST: Migration = { name: '0001-keys', statements: () => ['create table keys (id text primary key)'] };
const SECOND: Migration = {
  name: '0002-labels',
  statements: () => [
    "alter table keys add column label text not null default 'none'",
    'create index keys_label on keys (label)',
  ],
};
const BROKEN: Migration = {
  name: '0002-broken',
  statements: () => ['create table half (id text)', 'create tabel nonsense'],
};

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function open(location: StoreLocation): Promise<Engine> {
  const engine = await openEngine(location);
  cleanUps.push(() => engine.close());
  return engine;
}

const engines: [string, () => Promise<StoreLocation>][] = [
  [
    'SQLite',
    async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'latchkey-store-'));
      cleanUps.push(() => rmSync(dataDir, { recursive: true, force: true }));
      return { dataDir };
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const database = await createDatabase();
      cleanUps.push(database.drop);
      return { databaseUrl: database.url };
    },
  ],
];

describe.each(engines)('migrating %s', (_name, newLocation) => {
  const rowsOf = async (engine: Engine) => (await sql<object>`select * from keys`.execute(engine.kysely)).rows;

  test('takes an older database on, with what is in it', async () => {
    const engine = await open(await newLocation());
    await migrate(engine, [FIRST]);
    await sql`insert into keys (id) values ('kept')`.execute(engine.kysely);

    await migrate(engine, [FIRST, SECOND]);

    expect(await rowsOf(engine)).toEqual([{ id: 'kept', label: 'none' }]);
  });

  test('does nothing to a database that is up to date', async () => {
    const engine = await open(await newLocation());
    await migrate(engine, [FIRST, SECOND]);

    await migrate(engine, [FIRST, SECOND]);

    expect(await rowsOf(engine)).toEqual([]);
  });

  test('refuses a database of a newer program, naming both versions', async () => {
    const engine = await open(await newLocation());
    await migrate(engine, [FIRST, SECOND]);

    await expect(migrate(engine, [FIRST])).rejects.toThrow(/version 2, and this program knows versions up to 1/);
  });

  test('leaves nothing half done when a step fails', async () => {
    const engine = await open(await newLocation());
    await migrate(engine, [FIRST]);

    await expect(migrate(engine, [FIRST, BROKEN])).rejects.toThrow();

    await expect(sql`select * from half`.execute(engine.kysely)).rejects.toThrow();
    await migrate(engine, [FIRST, SECOND]);
  });

  test('is done by one of several programs that start at once', async () => {
    const location = JSON.stringify(await newLocation());
    const script = `const { openStore } = await import(${JSON.stringify(INDEX)}); await (await openStore(${location})).close();`;

    const programs = Array.from({ length: 4 }, () => run(process.execPath, ['--input-type=module', '--eval', script]));

    await expect(Promise.all(programs)).resolves.toHaveLength(4);
  });

  test('from the first released version keeps it known that letters were never sent, and forgets what they told', async () => {
    const location = await newLocation();
    const older = await openEngine(location);
    await migrate(older, MIGRATIONS.slice(0, 1));
    await sql`insert into accounts (id, email, name, interface_language, interface_theme, timezone, status, created_at)
      values ('a', 'ada@example.com', 'Ada', 'en-US', 'light', 'UTC', 'active', 0)`.execute(older.kysely);
    for (const at of [1, 2])
      await sql`insert into letters (kind, account_id, recipient, language, created_at, facts)
        values ('password_changed', 'a', 'ada@example.com', 'en-US', ${at}, '{"ip":"192.0.2.1"}')`.execute(
        older.kysely,
      );
    await older.close();

    const store = await openStore(location, aSealing());
    cleanUps.push(() => store.close());

    const every = { status: undefined, kind: undefined, recipient: '' };
    const { letters } = await store.outbox.list(every, { offset: 0, limit: 10 });
    expect(letters).toMatchObject([
      { id: '00000000-0000-7000-8000-000000000002', status: 'expired', to: 'ada@example.com', createdAt: new Date(2) },
      { id: '00000000-0000-7000-8000-000000000001', status: 'expired', to: 'ada@example.com', createdAt: new Date(1) },
    ]);
    for (const { id } of letters) expect(await store.outbox.find(id)).toMatchObject({ facts: null });
  });

  test('from the first released version keeps accounts', async () => {
    const location = await newLocation();
    const older = await openEngine(location);
    await migrate(older, MIGRATIONS.slice(0, 1));
    await sql`insert into accounts (id, email, name, interface_language, interface_theme, timezone, status, created_at)
      values ('a', ${anAccount().email}, 'Ada', 'en-US', 'light', 'UTC', 'active', 0)`.execute(older.kysely);
    await older.close();

    const store = await openStore(location, aSealing());
    cleanUps.push(() => store.close());

    expect(await store.accounts.findByEmail(anAccount().email)).toMatchObject({ id: 'a', name: 'Ada' });
  });
});
