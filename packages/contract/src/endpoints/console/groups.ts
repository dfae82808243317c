import { z } from 'zod';
import { defineEndpoint } from '../endpoint.ts';
import { instant, nameOf, success, uuid } from '../fields.ts';
import { pageOf, pageQuery } from '../page-of.ts';
import { person } from './webapps.ts';

const signedIn = { caller: 'console', envelope: 'console' } as const;
const refusals = ['unauthorized', 'account_not_initialized', 'not_setup', 'invalid_param', 'forbidden'] as const;
const here = '/console/api/groups' as const;
const one = z.object({ group_id: uuid });

export const groupName = nameOf(80);

export const group = z.object({
  id: uuid,
  name: z.string(),
  member_count: z.int(),
  /** Whose it is; `null` for a group of the whole instance, which administrators manage. */
  workspace: z.object({ id: uuid, name: z.string() }).nullable(),
  created_at: instant,
});

export const groupMembers = group.extend({ members: pageOf(person) });

export const listGroups = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: here,
  summary: 'The groups that my current workspace can choose: its own and those of the whole instance',
  query: z.object({ q: z.string().max(254).default('') }).extend(pageQuery.shape),
  output: pageOf(group),
  errors: refusals,
});

export const createGroup = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: here,
  summary: 'Create a group of my current workspace',
  body: z.object({ name: groupName }),
  status: 201,
  output: group,
  errors: [...refusals, 'group_name_taken'],
});

export const getGroup = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/{group_id}`,
  summary: 'One group and its members',
  params: one,
  query: z.object({ q: z.string().max(254).default('') }).extend(pageQuery.shape),
  output: groupMembers,
  errors: [...refusals, 'group_not_found'],
});

export const renameGroup = defineEndpoint({
  ...signedIn,
  method: 'PATCH',
  path: `${here}/{group_id}`,
  summary: 'Rename a group of my current workspace',
  params: one,
  body: z.object({ name: groupName }),
  output: group,
  errors: [...refusals, 'group_not_found', 'group_name_taken'],
});

export const deleteGroup = defineEndpoint({
  ...signedIn,
  method: 'DELETE',
  path: `${here}/{group_id}`,
  summary: 'Delete a group; who could open an app only through it cannot any more',
  params: one,
  output: z.object({ result: z.literal('success'), sessions_ended: z.int() }),
  errors: [...refusals, 'group_not_found'],
});

export const addGroupMembers = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: `${here}/{group_id}/members`,
  summary: 'Add people to a group',
  params: one,
  body: z.object({ account_ids: z.array(uuid).min(1).max(500) }),
  output: success,
  errors: [...refusals, 'group_not_found', 'account_unknown'],
});

export const removeGroupMember = defineEndpoint({
  ...signedIn,
  method: 'DELETE',
  path: `${here}/{group_id}/members/{account_id}`,
  summary: 'Take somebody out of a group',
  description: 'Holds at their next request, unless they are chosen by name as well.',
  params: one.extend({ account_id: uuid }),
  output: z.object({ result: z.literal('success'), sessions_ended: z.int() }),
  errors: [...refusals, 'group_not_found', 'member-not-found'],
});
