import { type RawBuilder, sql } from 'kysely';

/** Whether a column has a value, or any value will do: an empty text. Keeps the shape of a statement, whatever is asked. */
export function anyOr(value: string, column: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(${value} = '' or ${column} = ${value})`;
}
