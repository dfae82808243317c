import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';

const open = { method: 'GET', caller: 'anyone', envelope: 'openapi', errors: [] } as const;

export const getServerVersion = defineEndpoint({
  ...open,
  path: '/openapi/v1/_version',
  summary: 'The wire version and edition',
  output: z.object({ version: z.string(), edition: z.literal('SELF_HOSTED') }),
});

export const getServerHealth = defineEndpoint({
  ...open,
  path: '/openapi/v1/_health',
  summary: 'Whether this surface answers',
  output: z.object({ ok: z.literal(true) }),
});

export const getCatalog = defineEndpoint({
  ...open,
  path: '/openapi/v1/_catalog',
  summary: 'The operations a catalog-driven client may call',
  description:
    'Empty: Latchkey runs no apps. The SHA-256 of these bytes rides on every answer of this surface as `X-Dify-Catalog`.',
  output: z.object({ ops: z.object({}) }),
});
