import { code, page, table } from './markdown.ts';
import { type FieldList, type ReferenceEntry, type ReferenceSurface, reference } from './reference.ts';

/** `api.md`: every endpoint, to be read. */
export function apiPage(): string {
  return page(
    '# Endpoints',
    'Printed from the contract by `npm run docs`. For machines: [openapi.json](openapi.json). What refusals look like: [errors.md](errors.md).',
    ...reference().flatMap(surface),
  );
}

function surface({ name, prefix, about, entries }: ReferenceSurface): string[] {
  const overview = entries.map(({ route, summary }) => [code(route), summary]);
  return [
    `## ${name}: ${code(prefix)}`,
    about,
    table(['Endpoint', 'What it does'], overview),
    ...entries.flatMap(entry),
  ];
}

function entry({ route, summary, description, caller, inputs, answers, refusals }: ReferenceEntry): string[] {
  const refused = refusals.map(({ status, code: name, message }) => [String(status), code(name), message]);
  return [
    `### ${code(route)}`,
    `${summary}.`,
    description,
    `Who may call: ${caller}`,
    ...[...inputs, ...answers].flatMap(fieldTable),
    refused.length === 0 ? '' : table(['Status', 'Refusal', 'Message'], refused),
  ];
}

function fieldTable({ title, fields }: FieldList): string[] {
  const rows = fields.map(({ path, type, rules, pattern }) => [
    code(path),
    type,
    pattern === '' ? rules : `${rules}; matches ${code(pattern)}`,
  ]);
  return rows.length === 0 ? [`${title}: an empty object.`] : [`${title}:`, table(['Field', 'Type', 'Rules'], rows)];
}
