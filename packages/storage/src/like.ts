import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Whether a column that is kept in lower case contains a text, in whatever case it was typed. */
export function containing(column: string, text: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} like ${`%${escaped(text.toLowerCase())}%`} escape '\\'`;
}

/** The pattern, for `like … escape '\\'`, of texts that begin so. */
export function startingWith(prefix: string): string {
  return `${escaped(prefix)}%`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
