import { z } from 'zod';
import { ROLES, WORKSPACE_STATUSES } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { instant, uuid } from '../fields.ts';

const bearer = { caller: 'bearer', envelope: 'openapi' } as const;
const refusals = ['unauthorized', 'forbidden', 'too_many_requests'] as const;
/** For external users too: whoever can sign a terminal in can see and end it. */
const anyBearer = { ...bearer, caller: 'any_bearer' } as const;

export const getBearerAccount = defineEndpoint({
  ...bearer,
  method: 'GET',
  path: '/openapi/v1/account',
  summary: 'Who a bearer token belongs to',
  output: z.object({
    subject_type: z.literal('account'),
    subject_email: z.string(),
    subject_issuer: z.null(),
    account: z.object({ id: uuid, email: z.string(), name: z.string() }),
    workspaces: z.array(z.object({ id: uuid, name: z.string(), role: z.enum(ROLES) })),
    default_workspace_id: uuid.nullable(),
  }),
  errors: refusals,
});

const page = z.strictObject({
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

export const listBearerSessions = defineEndpoint({
  ...anyBearer,
  method: 'GET',
  path: '/openapi/v1/account/sessions',
  summary: 'The account’s terminals, newest first',
  query: page,
  output: z.object({
    page: z.int(),
    limit: z.int(),
    total: z.int(),
    has_more: z.boolean(),
    data: z.array(
      z.object({
        id: uuid,
        prefix: z.string(),
        client_id: z.string(),
        device_label: z.string(),
        created_at: instant,
        last_used_at: instant.nullable(),
        expires_at: instant,
      }),
    ),
  }),
  errors: [...refusals, 'invalid_param'],
});

const revoked = z.object({ status: z.literal('revoked') });

export const revokeOwnBearerSession = defineEndpoint({
  ...anyBearer,
  method: 'DELETE',
  path: '/openapi/v1/account/sessions/self',
  summary: 'End the session of this token',
  output: revoked,
  errors: refusals,
});

export const revokeBearerSession = defineEndpoint({
  ...anyBearer,
  method: 'DELETE',
  path: '/openapi/v1/account/sessions/{session_id}',
  summary: 'End one of the account’s terminals',
  description: 'Ending a session that has already ended is a success.',
  params: z.object({ session_id: z.string().max(64) }),
  output: revoked,
  errors: [...refusals, 'not_found'],
});

const workspace = z.object({
  id: uuid,
  name: z.string(),
  role: z.enum(ROLES),
  status: z.enum(WORKSPACE_STATUSES),
  current: z.boolean(),
});
const workspaceDetail = workspace.extend({ created_at: instant });
const workspaceParams = z.object({ workspace_id: z.string().max(64) });

export const listBearerWorkspaces = defineEndpoint({
  ...bearer,
  method: 'GET',
  path: '/openapi/v1/workspaces',
  summary: 'The account’s workspaces, oldest first',
  output: z.object({ workspaces: z.array(workspace) }),
  errors: refusals,
});

export const getBearerWorkspace = defineEndpoint({
  ...bearer,
  method: 'GET',
  path: '/openapi/v1/workspaces/{workspace_id}',
  summary: 'One workspace',
  params: workspaceParams,
  output: workspaceDetail,
  errors: [...refusals, 'not_found'],
});

export const switchBearerWorkspace = defineEndpoint({
  ...bearer,
  method: 'POST',
  path: '/openapi/v1/workspaces/{workspace_id}/switch',
  summary: 'Make a workspace the account’s current one',
  params: workspaceParams,
  output: workspaceDetail,
  errors: [...refusals, 'not_found'],
});
