import pg from 'pg';
import { expect, test } from 'vitest';
import { createDatabase } from './postgres.ts';

test('gives each test an empty database of its own', async () => {
  const [first, second] = await Promise.all([createDatabase(), createDatabase()]);

  await query(first.url, 'CREATE TABLE doors (name text)');

  expect(await query(first.url, 'SELECT count(*)::int AS doors FROM doors')).toEqual([{ doors: 0 }]);
  await expect(query(second.url, 'SELECT * FROM doors')).rejects.toThrow('relation "doors" does not exist');
  await Promise.all([first.drop(), second.drop()]);
});

test('is a real PostgreSQL', async () => {
  const database = await createDatabase();

  const [answer] = await query(database.url, 'SELECT version()');

  expect(answer?.version).toMatch(/^PostgreSQL 1[5-9]|^PostgreSQL [2-9]\d/);
  await database.drop();
});

test('removes a database that somebody is still connected to', async () => {
  const database = await createDatabase();
  const client = new pg.Client({ connectionString: database.url });
  const cut = new Promise((resolve) => client.on('error', resolve));
  await client.connect();

  await database.drop();

  await expect(cut).resolves.toMatchObject({ code: '57P01' });
  await expect(query(database.url, 'SELECT 1')).rejects.toThrow('does not exist');
});

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
