import type { Envelope } from '@latchkey/contract';
import { ERRORS, type ErrorCode } from '@latchkey/contract/vocabulary';
import { code, jsonBlock, page, table } from './markdown.ts';
import { ENVELOPES, wireRefusal } from './refusals.ts';

/** `errors.md`: the one error table, and what a refusal looks like on each surface. */
export function errorsPage(): string {
  const rows = Object.entries(ERRORS).map(([name, { status, exit, message }]) => [
    code(name),
    String(status),
    String(exit),
    message,
  ]);
  return page(
    '# Refusals',
    'Printed from the contract by `npm run docs`. Every refusal has a code that says what is true. The HTTP status and the exit code of `difyctl` follow from it; a surface of Dify’s wire may answer malformed input with a status of its own, as its endpoints say in [api.md](api.md).',
    table(['Code', 'HTTP status', 'Exit code', 'Message'], rows),
    '## What a refusal looks like',
    ...EXAMPLES.flatMap(([envelope, name]) => [
      `### ${code(envelope)}`,
      ENVELOPES[envelope].about,
      jsonBlock(wireRefusal(envelope, name).body),
    ]),
  );
}

const EXAMPLES: readonly (readonly [Envelope, ErrorCode])[] = [
  ['console', 'unauthorized'],
  ['bootstrap', 'already_setup'],
  ['refresh', 'unauthorized'],
  ['device', 'authorization_pending'],
  ['token', 'bad_request'],
  ['openapi', 'invalid_param'],
];
