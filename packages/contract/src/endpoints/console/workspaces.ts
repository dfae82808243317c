import { z } from 'zod';
import { ROLES, WORKSPACE_STATUSES } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { epochSeconds, uuid } from '../fields.ts';

const signedIn = { caller: 'console', envelope: 'console' } as const;
const refusals = ['unauthorized', 'account_not_initialized', 'not_setup', 'invalid_param'] as const;

/** Dify's TenantInfo. */
const tenantInfo = z.object({
  id: uuid,
  name: z.string(),
  plan: z.literal('basic'),
  status: z.enum(WORKSPACE_STATUSES),
  created_at: epochSeconds,
  role: z.enum(ROLES),
  in_trial: z.null(),
  trial_end_reason: z.null(),
  custom_config: z.null(),
  trial_credits: z.null(),
  trial_credits_used: z.null(),
  next_credit_reset_date: z.null(),
});

export const listWorkspaces = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: '/console/api/workspaces',
  summary: 'The workspaces I belong to',
  output: z.object({
    workspaces: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        plan: z.literal('sandbox'),
        status: z.enum(WORKSPACE_STATUSES),
        created_at: epochSeconds,
        current: z.boolean(),
      }),
    ),
  }),
  errors: refusals,
});

export const currentWorkspace = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/workspaces/current',
  summary: 'My current workspace',
  output: tenantInfo,
  errors: refusals,
});

export const getCurrentWorkspace = defineEndpoint({
  ...currentWorkspace,
  method: 'GET',
  description: 'The same, for clients of Dify before 1.10.1.',
});

export const workspaceInfo = defineEndpoint({
  ...currentWorkspace,
  path: '/console/api/info',
  description: 'The same under its other name in Dify.',
});

export const switchWorkspace = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: '/console/api/workspaces/switch',
  summary: 'Make another workspace the current one',
  body: z.object({ tenant_id: z.string().max(64) }),
  output: z.object({ result: z.literal('success'), new_tenant: tenantInfo }),
  errors: [...refusals, 'account_not_link_tenant'],
});
