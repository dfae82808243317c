import type { Sealing, SsoTest, SsoTestResult, SsoTestStore } from '@latchkey/core';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { dateOrNull, msOrNull } from './epoch-ms.ts';
import type { Schema, SsoTestRow } from './schema.ts';

type Id = SsoTest['id'];

export function ssoTests(db: Database, sealing: Sealing): SsoTestStore {
  const sealed = (result: SsoTestResult | null) => (result === null ? null : sealing.seal(JSON.stringify(result)));
  const testFrom = (row: SsoTestRow): SsoTest => ({
    id: row.id,
    connectionId: row.connection_id,
    connectionVersion: row.connection_version,
    startedBy: row.started_by,
    startedByName: row.started_by_name,
    startedAt: new Date(row.started_at),
    finishedAt: dateOrNull(row.finished_at),
    outcome: row.outcome,
    result: row.result === null ? null : JSON.parse(sealing.open(row.result)),
  });
  return {
    async add(test) {
      await db.write(add, {
        id: test.id,
        connection_id: test.connectionId,
        connection_version: test.connectionVersion,
        started_by: test.startedBy,
        started_by_name: test.startedByName,
        started_at: test.startedAt.getTime(),
        finished_at: msOrNull(test.finishedAt),
        outcome: test.outcome,
        result: sealed(test.result),
      });
    },
    async find(id) {
      const [row] = await db.read(byId, { id });
      return row && testFrom(row);
    },
    finish: async ({ id, outcome, at, result }) =>
      (await db.write(finish, { id, outcome, finished_at: at.getTime(), result: sealed(result) })) === 1,
    async latest() {
      return (await db.read(latest, {})).map(testFrom);
    },
    hasSucceeded: async (connection_id, connection_version, started_by) =>
      (await db.read(succeeded, { connection_id, connection_version, started_by })).length > 0,
  };
}

const add = (db: Kysely<Schema>, row: SsoTestRow) => db.insertInto('sso_tests').values(row);

const byId = (db: Kysely<Schema>, { id }: { id: Id }) => db.selectFrom('sso_tests').selectAll().where('id', '=', id);

const finish = (db: Kysely<Schema>, { id, ...end }: Pick<SsoTestRow, 'id' | 'outcome' | 'finished_at' | 'result'>) =>
  db.updateTable('sso_tests').set(end).where('id', '=', id).where('outcome', '=', 'running');

const latest = (db: Kysely<Schema>) =>
  db
    .selectFrom('sso_tests')
    .selectAll()
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('sso_tests as newer')
            .select('newer.id')
            .whereRef('newer.connection_id', '=', 'sso_tests.connection_id')
            // Ids sort by the time they were made.
            .whereRef('newer.id', '>', 'sso_tests.id'),
        ),
      ),
    );

const succeeded = (db: Kysely<Schema>, row: Pick<SsoTestRow, 'connection_id' | 'connection_version' | 'started_by'>) =>
  db
    .selectFrom('sso_tests')
    .select('id')
    .where('connection_id', '=', row.connection_id)
    .where('connection_version', '=', row.connection_version)
    .where('started_by', '=', row.started_by)
    .where('outcome', '=', 'succeeded')
    .limit(1);
