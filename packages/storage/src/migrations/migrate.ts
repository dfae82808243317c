import { sql } from 'kysely';
import type { Engine } from '../database.ts';
import type { Migration } from './migration.ts';
import { NewerDatabaseError } from './newer-database-error.ts';

/**
 * Brings a database to the version of this program, in one transaction: all of it or nothing. Of several programs that
 * start at once one migrates and the others wait for it.
 *
 * @throws NewerDatabaseError when a newer program has migrated the database already.
 */
export async function migrate({ kysely, dialect }: Engine, migrations: readonly Migration[]): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    await dialect.lockMigrations(transaction);
    await sql`create table if not exists migrations (version integer primary key, name text not null)`.execute(
      transaction,
    );
    const { rows } = await sql<{ version: number | null }>`select max(version) as version from migrations`.execute(
      transaction,
    );
    const version = rows[0]?.version ?? 0;
    if (version > migrations.length) throw new NewerDatabaseError(version, migrations.length);
    for (const [index, { name, statements }] of migrations.entries()) {
      if (index < version) continue;
      for (const statement of statements(dialect)) await sql.raw(statement).execute(transaction);
      await sql`insert into migrations (version, name) values (${index + 1}, ${name})`.execute(transaction);
    }
  });
}
