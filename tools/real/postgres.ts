import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type {} from './postgres-setup.ts';

export interface TestDatabase {
  readonly url: string;
  /** Removes the database; connections to it are cut. */
  readonly drop: () => Promise<void>;
}

/** A new, empty database of this test's own on the PostgreSQL server of the run. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `latchkey_test_${randomUUID().replaceAll('-', '')}`;
  await administer(`CREATE DATABASE ${name}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
