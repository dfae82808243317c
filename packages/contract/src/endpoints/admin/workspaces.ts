import { z } from 'zod';
import { ACCOUNT_STATUSES, ROLES, WORKSPACE_STATUSES } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { email, instant, nameOf, success, uuid } from '../fields.ts';
import { pageOf, pageQuery } from '../page-of.ts';
import { administration, adminRefusals } from './administrator.ts';

const read = { ...administration, scope: 'workspaces:read' } as const;
const write = { ...administration, scope: 'workspaces:write' } as const;
const one = z.object({ workspace_id: uuid });
const oneMember = z.object({ workspace_id: uuid, account_id: uuid });
const person = z.object({ id: uuid, name: z.string(), email: z.string() });

const workspace = z.object({
  id: uuid,
  name: z.string(),
  status: z.enum(WORKSPACE_STATUSES),
  /** New members join it by themselves. */
  is_default: z.boolean(),
  owner: person.nullable(),
  member_count: z.int(),
  created_at: instant,
});

const filters = z.object({
  q: z.string().max(254).default(''),
  status: z.enum(WORKSPACE_STATUSES).optional(),
});

const listing = filters.extend({
  sort: z.enum(['name', 'created_at', 'member_count']).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  ...pageQuery.shape,
});

export const adminListWorkspaces = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/workspaces',
  summary: 'Workspaces',
  query: listing,
  output: pageOf(workspace),
  errors: adminRefusals,
});

export const exportWorkspaces = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/workspaces.csv',
  summary: 'The same list as a CSV file',
  description: 'All of it, in the order in which the workspaces were created.',
  query: filters,
  output: z.string(),
  contentType: 'text/csv',
  errors: adminRefusals,
});

export const adminCreateWorkspace = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/workspaces',
  summary: 'Create a workspace for an owner',
  body: z.object({ name: nameOf(80), owner_email: email }),
  status: 201,
  output: workspace,
  errors: ['account_unknown', ...adminRefusals],
});

export const adminGetWorkspace = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/workspaces/{workspace_id}',
  summary: 'One workspace and its members',
  params: one,
  query: z.object({ q: z.string().max(254).default('') }).extend(pageQuery.shape),
  output: workspace.extend({
    members: pageOf(person.extend({ role: z.enum(ROLES), status: z.enum(ACCOUNT_STATUSES), joined_at: instant })),
  }),
  errors: ['workspace_not_found', ...adminRefusals],
});

export const adminChangeWorkspace = defineEndpoint({
  ...write,
  method: 'PATCH',
  path: '/admin-api/v1/workspaces/{workspace_id}',
  summary: 'Rename, archive or reopen a workspace; make it the default for new members',
  params: one,
  body: z.object({
    name: nameOf(80).optional(),
    status: z.enum(WORKSPACE_STATUSES).optional(),
    is_default: z.boolean().optional(),
  }),
  output: workspace,
  errors: ['workspace_not_found', ...adminRefusals],
});

export const adminDeleteWorkspace = defineEndpoint({
  ...write,
  method: 'DELETE',
  path: '/admin-api/v1/workspaces/{workspace_id}',
  summary: 'Delete a workspace and everybody’s place in it',
  description: '`name` repeats the workspace’s name, so that the wrong one is not deleted.',
  params: one,
  body: z.object({ name: z.string().max(80) }),
  output: success,
  errors: ['workspace_not_found', 'wrong_name', ...adminRefusals],
});

export const adminSetMember = defineEndpoint({
  ...write,
  method: 'PUT',
  path: '/admin-api/v1/workspaces/{workspace_id}/members/{account_id}',
  summary: 'Add a member or change their role',
  description: 'The role `owner` makes the former owner an admin.',
  params: oneMember,
  body: z.object({ role: z.enum(ROLES) }),
  output: success,
  errors: ['workspace_not_found', 'account_unknown', 'is_owner', ...adminRefusals],
});

export const adminRemoveMember = defineEndpoint({
  ...write,
  method: 'DELETE',
  path: '/admin-api/v1/workspaces/{workspace_id}/members/{account_id}',
  summary: 'Remove a member',
  params: oneMember,
  output: success,
  errors: ['workspace_not_found', 'member-not-found', 'is_owner', ...adminRefusals],
});
