import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { instant, uuid } from '../fields.ts';
import { administration, adminRefusals } from './administrator.ts';

const read = { ...administration, scope: 'audit:read' } as const;

const filters = z.object({
  /** How the action begins, such as `account.`. */
  action: z.string().max(64).optional(),
  /** Who acted: the id of an account or API key. */
  actor: uuid.optional(),
  /** Whom or what it was done to. */
  subject: uuid.optional(),
  workspace: uuid.optional(),
  from: instant.optional(),
  /** Not included. */
  to: instant.optional(),
  /** Part of the action, the address, the browser, the reference or the details. */
  q: z.string().trim().max(254).default(''),
});

const entry = z.object({
  /** Rises by one with each entry, without a gap. */
  seq: z.int(),
  at: instant,
  action: z.string(),
  actor: z.object({
    kind: z.enum(['account', 'administrator', 'api_key', 'operator', 'nobody']),
    id: uuid.nullable(),
    /** The address of an account or the name of an API key, as it is today. */
    name: z.string().nullable(),
  }),
  subject: z.object({ id: uuid, name: z.string().nullable() }).nullable(),
  workspace: z.object({ id: uuid, name: z.string().nullable() }).nullable(),
  ip: z.string(),
  user_agent: z.string(),
  reference: z.string(),
  /** What else is true about it, never a secret; for a change of settings `before` and `after`. */
  details: z.record(z.string(), z.unknown()),
  previous_hash: z.string(),
  hash: z.string(),
});

export const listAuditEntries = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/audit-log',
  summary: 'Who did what, newest first',
  description: 'The next page is asked for with `before` set to `next`.',
  query: filters.extend({
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ data: z.array(entry), has_more: z.boolean(), next: z.int().nullable() }),
  errors: adminRefusals,
});

export const exportAuditLines = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/audit-log.jsonl',
  summary: 'The audit log as JSON lines, oldest first; what `latchkey audit verify` reads',
  description:
    'Each line is JSON of one entry; `hash` is the SHA-256 of the line without that member, and `previous_hash` that of the entry before: `jq -cj "del(.hash)" | sha256sum`. Without filters the whole chain can be verified, with filters each entry by itself.',
  query: filters,
  output: z.string(),
  contentType: 'application/jsonl',
  errors: adminRefusals,
});

export const exportAuditTable = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/audit-log.csv',
  summary: 'The same as a CSV file',
  query: filters,
  output: z.string(),
  contentType: 'text/csv',
  errors: adminRefusals,
});
