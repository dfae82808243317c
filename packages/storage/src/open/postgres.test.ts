import type { Store } from '@latchkey/core';
import { anAccount, aSealing } from '@latchkey/core/testing';
import { createDatabase } from '@latchkey/tools/real/postgres';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../index.ts';

const NOON = new Date('2026-11-20T12:00:00Z');
const RULE = { max: 3, windowSeconds: 60 };

describe('a PostgreSQL store', () => {
  test('works on after its idle connections were cut', async () => {
    const { store, cutConnections } = await openOnPostgres();
    await store.accounts.add(anAccount());

    await cutConnections();

    await expect.poll(() => store.accounts.find(anAccount().id).catch(() => undefined)).toEqual(anAccount());
  });

  test('fails a transaction whose connection is cut, keeps nothing of it and works on', async () => {
    const { store, cutConnections } = await openOnPostgres();

    const failed = store.transaction(async ({ accounts }) => {
      await accounts.add(anAccount());
      await cutConnections();
      await accounts.setStatus(anAccount().id, 'banned');
    });

    await expect(failed).rejects.toThrow();
    await expect
      .poll(() =>
        store.ping().then(
          () => 'reached',
          () => 'lost',
        ),
      )
      .toBe('reached');
    expect(await store.accounts.find(anAccount().id)).toBeUndefined();
  });

  test('queues for its connections: more transactions than connections all come to their end', async () => {
    const { store } = await openOnPostgres(1);

    await Promise.all(
      Array.from({ length: 10 }, () => store.transaction(({ limits }) => limits.hit('door', RULE, NOON))),
    );

    expect((await store.limits.hit('door', RULE, NOON)).count).toBe(11);
  });

  test('gives back a time and a count as numbers, beyond four bytes too', async () => {
    const { store } = await openOnPostgres();
    const far = new Date('2199-12-31T23:59:59.999Z');

    expect(await store.limits.hit('door', { max: 1, windowSeconds: 1 }, far)).toEqual({
      count: 1,
      resetsAt: new Date('2200-01-01T00:00:00.999Z'),
    });
  });

  test('is not opened where no server listens', async () => {
    const nowhere = 'postgres://latchkey:latchkey@127.0.0.1:1/latchkey';

    await expect(openStore({ databaseUrl: nowhere }, aSealing())).rejects.toThrow('ECONNREFUSED');
  });

  test('says so when it can no longer be reached', async () => {
    const { store, drop } = await openOnPostgres();

    await drop();

    await expect(store.ping()).rejects.toThrow();
  });
});

interface Opened {
  readonly store: Store;
  readonly cutConnections: () => Promise<void>;
  readonly drop: () => Promise<void>;
}

async function openOnPostgres(poolSize = 10): Promise<Opened> {
  const { url, drop } = await createDatabase();
  const store = await openStore({ databaseUrl: url, poolSize }, aSealing());
  let isDropped = false;
  const dropOnce = async () => {
    if (!isDropped) await drop();
    isDropped = true;
  };
  onTestFinished(async () => {
    await store.close();
    await dropOnce();
  });
  return { store, cutConnections: () => cutConnections(url), drop: dropOnce };
}

/** What a restart of the server or of a proxy does to the connections of a database. */
async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
}
