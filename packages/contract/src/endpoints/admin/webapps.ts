import { z } from 'zod';
import { group, groupMembers, groupName } from '../console/groups.ts';
import { webApp } from '../console/webapps.ts';
import { defineEndpoint } from '../endpoint.ts';
import { instant, success, uuid } from '../fields.ts';
import { pageOf, pageQuery } from '../page-of.ts';
import { administration, adminRefusals } from './administrator.ts';

const readApps = { ...administration, scope: 'workspaces:read' } as const;
const writeApps = { ...administration, scope: 'workspaces:write' } as const;
const readPeople = { ...administration, scope: 'members:read' } as const;
const writePeople = { ...administration, scope: 'members:write' } as const;
const search = z.object({ q: z.string().max(254).default('') }).extend(pageQuery.shape);
const oneGroup = z.object({ group_id: uuid });

export const adminListWebApps = defineEndpoint({
  ...readApps,
  method: 'GET',
  path: '/admin-api/v1/webapps',
  summary: 'Every WebApp of the instance',
  query: search,
  output: pageOf(webApp),
  errors: adminRefusals,
});

export const adminSwitchWebApp = defineEndpoint({
  ...writeApps,
  method: 'PATCH',
  path: '/admin-api/v1/webapps/{webapp_id}',
  summary: 'Switch a WebApp on or off',
  params: z.object({ webapp_id: uuid }),
  body: z.object({ enabled: z.boolean() }),
  output: z.object({ webapp: webApp, sessions_ended: z.int() }),
  errors: ['webapp_not_found', ...adminRefusals],
});

const settings = z.object({
  /** The connection through which external users come; `null`: WebApps cannot be opened to them. */
  external_connection_id: uuid.nullable(),
  /** `CODE.apps.example.com`; empty where WebApps have no host names of their own. */
  apps_domain: z.string(),
  /** Whether WebApps are served under `/apps/CODE/`, for trial. */
  apps_by_path: z.boolean(),
  /** Whether tokens travel in the address, for clients of Dify that ask for `web_sso_token`. */
  token_in_url: z.boolean(),
});

export const adminGetWebAppSettings = defineEndpoint({
  ...readApps,
  method: 'GET',
  path: '/admin-api/v1/webapp-settings',
  summary: 'How WebApps are reached, and through what external users come',
  output: settings,
  errors: adminRefusals,
});

export const adminChangeWebAppSettings = defineEndpoint({
  ...writeApps,
  method: 'PATCH',
  path: '/admin-api/v1/webapp-settings',
  summary: 'Choose the connection of external users',
  body: z.object({ external_connection_id: uuid.nullable() }),
  output: settings,
  errors: ['no_sso_connection', 'changed_meanwhile', ...adminRefusals],
});

export const adminListGroups = defineEndpoint({
  ...readPeople,
  method: 'GET',
  path: '/admin-api/v1/groups',
  summary: 'Every group: of the whole instance and of workspaces',
  query: search,
  output: pageOf(group),
  errors: adminRefusals,
});

export const adminCreateGroup = defineEndpoint({
  ...writePeople,
  method: 'POST',
  path: '/admin-api/v1/groups',
  summary: 'Create a group of the whole instance',
  body: z.object({ name: groupName }),
  status: 201,
  output: group,
  errors: ['group_name_taken', ...adminRefusals],
});

export const adminGetGroup = defineEndpoint({
  ...readPeople,
  method: 'GET',
  path: '/admin-api/v1/groups/{group_id}',
  summary: 'One group and its members',
  params: oneGroup,
  query: search,
  output: groupMembers,
  errors: ['group_not_found', ...adminRefusals],
});

export const adminRenameGroup = defineEndpoint({
  ...writePeople,
  method: 'PATCH',
  path: '/admin-api/v1/groups/{group_id}',
  summary: 'Rename a group',
  params: oneGroup,
  body: z.object({ name: groupName }),
  output: group,
  errors: ['group_not_found', 'group_name_taken', ...adminRefusals],
});

export const adminDeleteGroup = defineEndpoint({
  ...writePeople,
  method: 'DELETE',
  path: '/admin-api/v1/groups/{group_id}',
  summary: 'Delete a group; who could open an app only through it cannot any more',
  params: oneGroup,
  output: z.object({ result: z.literal('success'), sessions_ended: z.int() }),
  errors: ['group_not_found', ...adminRefusals],
});

export const adminAddGroupMembers = defineEndpoint({
  ...writePeople,
  method: 'POST',
  path: '/admin-api/v1/groups/{group_id}/members',
  summary: 'Add people to a group',
  params: oneGroup,
  body: z.object({ account_ids: z.array(uuid).min(1).max(500) }),
  output: success,
  errors: ['group_not_found', 'account_unknown', ...adminRefusals],
});

export const adminRemoveGroupMember = defineEndpoint({
  ...writePeople,
  method: 'DELETE',
  path: '/admin-api/v1/groups/{group_id}/members/{account_id}',
  summary: 'Take somebody out of a group',
  params: oneGroup.extend({ account_id: uuid }),
  output: z.object({ result: z.literal('success'), sessions_ended: z.int() }),
  errors: ['group_not_found', 'member-not-found', ...adminRefusals],
});

const externalUser = z.object({
  id: uuid,
  connection_id: uuid,
  /** Who they are to their identity provider; with the connection it is who they are to us. */
  subject: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  refused: z.boolean(),
  first_visit_at: instant,
  last_visit_at: instant,
});

export const adminListExternalUsers = defineEndpoint({
  ...readPeople,
  method: 'GET',
  path: '/admin-api/v1/external-users',
  summary: 'Who opened WebApps without being a member, last visit first',
  query: search,
  output: pageOf(externalUser),
  errors: adminRefusals,
});

export const adminRefuseExternalUser = defineEndpoint({
  ...writePeople,
  method: 'PATCH',
  path: '/admin-api/v1/external-users/{external_user_id}',
  summary: 'Close the WebApps to an external user, or open them again',
  params: z.object({ external_user_id: uuid }),
  body: z.object({ refused: z.boolean() }),
  output: z.object({ result: z.literal('success'), sessions_ended: z.int() }),
  errors: ['external_user_not_found', ...adminRefusals],
});
