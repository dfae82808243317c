import type { JsonSchema } from './json-schema.ts';

/** One line of a reader's table. */
export interface Field {
  /** Where it stands: `account.email`, `data[].id`. */
  readonly path: string;
  readonly type: string;
  /** Whether it may be left out, bounds and the default, in words. */
  readonly rules: string;
  /** The regular expression that it matches; empty when there is none. */
  readonly pattern: string;
}

/** The fields of an object; several lists when it may have several forms. */
export function fieldsOf(schema: JsonSchema): Field[][] {
  return (schema.anyOf ?? [schema]).map((form) => members(form, ''));
}

function members({ properties = {}, required = [] }: JsonSchema, prefix: string): Field[] {
  return Object.entries(properties).flatMap(([name, member]) => {
    if (typeof member === 'boolean') return [];
    const path = `${prefix}${name}`;
    const rules = rulesOf(member, required.includes(name));
    const field = { path, type: typeOf(member), rules, pattern: member.pattern ?? '' };
    return [field, ...members(member, `${path}.`), ...members(itemOf(member), `${path}[].`)];
  });
}

function typeOf(schema: JsonSchema): string {
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(itemOf(schema))}`;
  const type = String(schema.type ?? 'anything');
  return schema.format === undefined ? type : `${type} (${schema.format})`;
}

function itemOf({ items }: JsonSchema): JsonSchema {
  return typeof items === 'object' && !Array.isArray(items) ? items : {};
}

function rulesOf(schema: JsonSchema, isRequired: boolean): string {
  const { minLength, maxLength, minimum, maximum, default: usual } = schema;
  return [
    isRequired ? '' : 'optional',
    range(minLength, maxLength, 'characters'),
    range(minimum, maximum, ''),
    usual === undefined ? '' : `default \`${JSON.stringify(usual)}\``,
  ]
    .filter((rule) => rule !== '')
    .join('; ');
}

function range(min: number | undefined, max: number | undefined, unit: string): string {
  if (min === undefined && max === undefined) return '';
  const bounds = min === undefined ? `at most ${max}` : max === undefined ? `at least ${min}` : `${min} to ${max}`;
  return `${bounds} ${unit}`.trim();
}
