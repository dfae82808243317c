import type { Caller, Endpoint } from '@latchkey/contract';
import { type Field, fieldsOf } from './fields.ts';
import { inputSchema, outputSchema } from './json-schema.ts';
import { refusalsOf, type WireRefusal } from './refusals.ts';
import { SURFACES } from './surfaces.ts';

/** What a reader of the reference is shown, before it becomes Markdown or HTML. */
export interface ReferenceSurface {
  readonly name: string;
  readonly prefix: string;
  readonly about: string;
  readonly entries: readonly ReferenceEntry[];
}

export interface ReferenceEntry {
  readonly id: string;
  /** `POST /console/api/login`. */
  readonly route: string;
  readonly summary: string;
  readonly description: string;
  readonly caller: string;
  readonly inputs: readonly FieldList[];
  readonly answers: readonly FieldList[];
  readonly refusals: readonly WireRefusal[];
}

export interface FieldList {
  readonly title: string;
  readonly fields: readonly Field[];
}

export function reference(): ReferenceSurface[] {
  return SURFACES.map(({ name, prefix, about, operations }) => ({
    name,
    prefix,
    about,
    entries: operations.map(({ id, endpoint }) => entry(id, endpoint)),
  }));
}

function entry(id: string, endpoint: Endpoint): ReferenceEntry {
  const { method, path, summary, description = '', caller, scope, status = 200, output } = endpoint;
  const answers = fieldsOf(outputSchema(output));
  return {
    id,
    route: `${method} ${path}`,
    summary,
    description,
    caller: scope === undefined ? CALLERS[caller] : `${CALLERS[caller]} The key needs the scope \`${scope}\`.`,
    inputs: inputs(endpoint),
    answers: answers.map((fields, index) => ({ title: `Answer ${status}${index > 0 ? ', or' : ''}`, fields })),
    refusals: refusalsOf(endpoint),
  };
}

function inputs({ params, query, body }: Endpoint): FieldList[] {
  const parts = [
    { title: 'In the path', schema: params },
    { title: 'In the query', schema: query },
    { title: 'In the body', schema: body },
  ];
  return parts.flatMap(({ title, schema }) =>
    schema === undefined ? [] : fieldsOf(inputSchema(schema)).map((fields) => ({ title, fields })),
  );
}

const CALLERS: Readonly<Record<Caller, string>> = {
  anyone: 'Anyone.',
  console: 'A console session, by cookie or `Authorization: Bearer`, with its CSRF token in `X-CSRF-Token`.',
  console_cookie: 'A console session by cookie only, with its CSRF token in `X-CSRF-Token`.',
  bearer: 'A bearer session of an account: `Authorization: Bearer dfoa_…`.',
  any_bearer: 'A bearer session of an account or of an external user: `Authorization: Bearer dfoa_…` or `dfoe_…`.',
  administrator:
    'A system administrator’s session, by the cookie `latchkey_admin` with the header `X-Latchkey-Admin: 1`; or an API key.',
  administrator_session:
    'A system administrator’s session, by the cookie `latchkey_admin` with the header `X-Latchkey-Admin: 1`.',
};
