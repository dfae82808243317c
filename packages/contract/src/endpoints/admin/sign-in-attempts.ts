import { z } from 'zod';
import { ATTEMPT_METHODS, SIGN_IN_RULES } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { instant, uuid } from '../fields.ts';
import { pageOf, pageQuery } from '../page-of.ts';
import { administration, adminRefusals } from './administrator.ts';

const read = { ...administration, scope: 'audit:read' } as const;

const attempt = z.object({
  /** What a refused person was shown. */
  reference: z.string(),
  at: instant,
  method: z.enum(ATTEMPT_METHODS),
  /** As typed; empty where no address was known. */
  email: z.string(),
  account_id: uuid.nullable(),
  outcome: z.enum(['signed_in', 'refused']),
  /** What the person was told, as a code. */
  refusal: z.string().nullable(),
  /** What decided. */
  rule: z.enum(SIGN_IN_RULES).nullable(),
  /** What else helps to answer, such as the seconds until `retry_after`, or what an identity provider said. */
  details: z.record(z.string(), z.unknown()),
  ip: z.string(),
  user_agent: z.string(),
});

export const listSignInAttempts = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/sign-in-attempts',
  summary: 'Who tried to get in, newest first, and which rule decided',
  description: 'Kept for ninety days unless the settings say otherwise. `total` counts up to 10,000.',
  query: z
    .object({
      reference: z.string().trim().toUpperCase().max(64).optional(),
      /** The whole address. */
      email: z.string().trim().normalize('NFC').toLowerCase().max(254).optional(),
      outcome: z.enum(['all', 'refused', 'signed_in']).default('all'),
      method: z.enum(ATTEMPT_METHODS).optional(),
      from: instant.optional(),
      /** Not included. */
      to: instant.optional(),
    })
    .extend(pageQuery.shape),
  output: pageOf(attempt),
  errors: adminRefusals,
});

export const getSignInAttempt = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/sign-in-attempts/{reference}',
  summary: 'The attempt with the reference that a person was shown',
  params: z.object({ reference: z.string().trim().toUpperCase().max(64) }),
  output: attempt,
  errors: ['attempt_unknown', ...adminRefusals],
});
