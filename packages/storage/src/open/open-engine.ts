import type { Engine } from '../database.ts';
import type { PostgresLocation } from './postgres.ts';

/** A folder for SQLite's `latchkey.db`, or a PostgreSQL. */
export type StoreLocation = { readonly dataDir: string } | PostgresLocation;

/** Loads the engine that is asked for, and only that: a driver costs tens of milliseconds at start. */
export async function openEngine(location: StoreLocation): Promise<Engine> {
  if ('dataDir' in location) return (await import('./sqlite.ts')).openSqlite(location.dataDir);
  return (await import('./postgres.ts')).openPostgres(location);
}
