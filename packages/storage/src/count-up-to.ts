import { MOST_COUNTED } from '@latchkey/core';
import type { SelectQueryBuilder } from 'kysely';
import type { Database } from './database.ts';
import { onlyRow } from './only-row.ts';
import type { Schema } from './schema.ts';

/** How many rows a query finds, counted to `MOST_COUNTED` and no further: a longer count costs more than the page. */
export async function countUpTo<Tables extends keyof Schema, Row>(
  db: Database,
  query: SelectQueryBuilder<Schema, Tables, Row>,
): Promise<number> {
  const found = query
    .clearSelect()
    .clearOrderBy()
    .select((eb) => eb.lit(1).as('one'))
    .limit(MOST_COUNTED);
  const counted = db.kysely.selectFrom(found.as('found')).select((eb) => eb.fn.countAll<number>().as('count'));
  return onlyRow(await db.select(counted)).count;
}
