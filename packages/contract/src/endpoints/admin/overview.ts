import { z } from 'zod';
import { SIGN_IN_RULES } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { instant, uuid } from '../fields.ts';
import { administration, adminRefusals } from './administrator.ts';

export const getOverview = defineEndpoint({
  ...administration,
  scope: 'overview:read',
  method: 'GET',
  path: '/admin-api/v1/overview',
  summary: 'The instance in figures',
  query: z.object({ days: z.coerce.number().int().min(1).max(365).default(30) }),
  output: z.object({
    accounts: z.object({
      pending: z.int(),
      uninitialized: z.int(),
      active: z.int(),
      banned: z.int(),
      closed: z.int(),
    }),
    /** Those that are not archived. */
    workspaces: z.int(),
    sessions: z.object({ browser: z.int(), terminal: z.int() }),
    letters_waiting: z.int(),
    /** Every day up to today, by UTC; `day` is its first instant. */
    series: z.array(z.object({ day: instant, signed_in: z.int(), refused: z.int() })),
    /** What refused people in these days, the busiest rule first. */
    refusals: z.array(z.object({ rule: z.enum(SIGN_IN_RULES), count: z.int() })),
    /** Connections that are on and whose last certificate expires within thirty days, or has; the first to end first. */
    certificates_ending: z.array(z.object({ connection_id: uuid, connection: z.string(), not_after: instant })),
    /** When an enforcement of single sign-on reverts, that no system administrator has confirmed yet. */
    enforcement_reverts_at: instant.nullable(),
  }),
  errors: adminRefusals,
});
