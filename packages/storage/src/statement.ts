import type { Compilable, Kysely } from 'kysely';
import type { Dialect } from './dialect.ts';
import type { Schema } from './schema.ts';

type Parameter = string | number | null;

/** What a statement is run with: always the same keys. */
export type Input<Keys> = { readonly [Key in keyof Keys]: Parameter };

/**
 * A query of fixed shape. It is called once for each open database; its input then holds marks, not values, so it may
 * hand them to Kysely but not look at them. Defined once, in a module, never inside of a call.
 */
export type Statement<Keys, Row> = (db: Kysely<Schema>, input: Keys, dialect: Dialect) => Compilable<Row>;

/** A statement in the words of its engine. */
interface CompiledStatement<Keys> {
  readonly sql: string;
  parametersOf(input: Keys): Parameter[];
}

export type Compile = <Keys extends Input<Keys>, Row>(
  statement: Statement<Keys, Row>,
  input: Keys,
) => CompiledStatement<Keys>;

/** Compiles each statement once: building a query costs ten times what SQLite needs to answer it. */
export function compiler(db: Kysely<Schema>, dialect: Dialect): Compile {
  const compiled = new Map<unknown, unknown>();
  return <Keys extends Input<Keys>, Row>(statement: Statement<Keys, Row>, input: Keys) => {
    const known = compiled.get(statement) as CompiledStatement<Keys> | undefined;
    if (known !== undefined) return known;
    const fresh = compile(db, dialect, statement, input);
    compiled.set(statement, fresh);
    return fresh;
  };
}

function compile<Keys extends Input<Keys>, Row>(
  db: Kysely<Schema>,
  dialect: Dialect,
  statement: Statement<Keys, Row>,
  input: Keys,
): CompiledStatement<Keys> {
  const keys = new Map<unknown, keyof Keys>();
  const marks = { ...input };
  for (const key in input) {
    const mark = Object.freeze({ key });
    keys.set(mark, key);
    Object.assign(marks, { [key]: mark });
  }
  const { sql, parameters } = statement(db, marks, dialect).compile();
  const constants = parameters as readonly Parameter[];
  const slots = parameters.map((parameter) => keys.get(parameter));
  return {
    sql,
    parametersOf: (input) => slots.map((key, index) => (key === undefined ? (constants[index] ?? null) : input[key])),
  };
}
