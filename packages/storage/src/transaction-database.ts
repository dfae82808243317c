import { CompiledQuery, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import type { Compile, Input, Statement } from './statement.ts';

/** The database inside of a transaction; refuses to work when that has ended. */
export function transactionDatabase(transaction: Transaction<Schema>, compile: Compile): Database {
  function run<Keys extends Input<Keys>, Row>(statement: Statement<Keys, Row>, input: Keys) {
    const { sql, parametersOf } = compile(statement, input);
    return transaction.executeQuery<Row>(CompiledQuery.raw(sql, parametersOf(input)));
  }
  const database: Database = {
    read: async (statement, input) => (await run(statement, input)).rows,
    select: async (query) => (await transaction.executeQuery(query.compile())).rows,
    write: async (statement, input) => Number((await run(statement, input)).numAffectedRows),
    writeReturning: async (statement, input) => (await run(statement, input)).rows,
    kysely: transaction,
    atomically: (work) => work(database),
  };
  return database;
}
