import type { Dialect } from '../dialect.ts';

/** One step from a version of the database to the next; once released it is never changed. */
export interface Migration {
  readonly name: string;
  /** Run in this order, all or none, in SQL that both engines understand. */
  statements(dialect: Dialect): readonly string[];
}
