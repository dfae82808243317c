import { z } from 'zod';
import { defineEndpoint } from './endpoint.ts';

const open = { method: 'GET', caller: 'anyone', envelope: 'openapi' } as const;

export const getHealth = defineEndpoint({
  ...open,
  path: '/healthz',
  summary: 'Whether the process runs',
  description: 'For whoever restarts processes; says nothing about the database.',
  output: z.object({ status: z.literal('ok') }),
  errors: [],
});

export const getReadiness = defineEndpoint({
  ...open,
  path: '/readyz',
  summary: 'Whether the server can work',
  description: 'For whoever spreads requests over replicas: fails while the database cannot be reached.',
  output: z.object({ status: z.literal('ready') }),
  errors: ['unavailable'],
});
