import type { Compilable, Kysely } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Schema } from './schema.ts';
import type { Input, Statement } from './statement.ts';

/** A database as the stores see it: outside of transactions, or inside of one. */
export interface Database {
  read<Keys extends Input<Keys>, Row>(statement: Statement<Keys, Row>, input: Keys): Promise<Row[]>;
  /** For a reading whose shape depends on its input, such as a list with filters. */
  select<Row>(query: Compilable<Row>): Promise<Row[]>;
  /** Returns how many rows it wrote. */
  write<Keys extends Input<Keys>, Row>(statement: Statement<Keys, Row>, input: Keys): Promise<number>;
  /** Returns the rows that the statement's `returning` names. */
  writeReturning<Keys extends Input<Keys>, Row>(statement: Statement<Keys, Row>, input: Keys): Promise<Row[]>;
  /** For a write whose shape depends on its input. */
  readonly kysely: Kysely<Schema>;
  /** Runs `work` in a transaction: in this one, or else in one of its own. */
  atomically<T>(work: (db: Database) => Promise<T>): Promise<T>;
}

/** An open engine. */
export interface Engine extends Database {
  readonly dialect: Dialect;
  close(): Promise<void>;
}
