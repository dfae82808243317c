import { z } from 'zod';
import { ACCESS_MODES } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { uuid } from '../fields.ts';

const signedIn = { caller: 'console', envelope: 'console' } as const;
const refusals = ['unauthorized', 'account_not_initialized', 'not_setup', 'invalid_param'] as const;
const manages = [...refusals, 'forbidden', 'webapp_not_found'] as const;
const here = '/console/api/enterprise/webapp' as const;
const byApp = z.object({ appId: uuid });

/** Dify's names; its access-control dialog reads them. */
const account = z.object({ id: uuid, name: z.string(), email: z.string(), avatar: z.string() });
const group = z.object({ id: uuid, name: z.string(), groupSize: z.int() });
const subject = z.object({
  subjectId: uuid,
  subjectType: z.enum(['group', 'account']),
  groupData: group.optional(),
  accountData: account.optional(),
});

export const webAppSubjects = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/app/subjects`,
  summary: 'The groups and people chosen for a WebApp (Dify’s dialog)',
  query: byApp,
  output: z.object({ groups: z.array(group), members: z.array(account) }),
  errors: manages,
});

export const searchWebAppSubjects = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/app/subject/search`,
  summary: 'Groups and people that can be chosen (Dify’s dialog)',
  description: 'With `groupId` the people of that group only. For those who may change what is in their workspace.',
  query: z.object({
    keyword: z.string().max(254).default(''),
    groupId: z.union([uuid, z.literal('')]).optional(),
    pageNumber: z.coerce.number().int().min(1).max(100_000).default(1),
    resultsPerPage: z.coerce.number().int().min(1).max(100).default(10),
  }),
  output: z.object({ subjects: z.array(subject), currPage: z.int(), hasMore: z.boolean() }),
  errors: [...refusals, 'forbidden', 'group_not_found'],
});

export const webAppGroupSubjects = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/group/subjects`,
  summary: 'The people of a group (Dify’s dialog)',
  query: z.object({ groupId: uuid }),
  output: z.object({ subjects: z.array(subject) }),
  errors: [...refusals, 'forbidden', 'group_not_found'],
});

export const webAppAccessModeOf = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/app/access-mode`,
  summary: 'The access mode of a WebApp (Dify’s dialog)',
  query: byApp,
  output: z.object({ accessMode: z.enum(ACCESS_MODES) }),
  errors: manages,
});

export const setWebAppAccessMode = defineEndpoint({
  ...signedIn,
  method: 'POST',
  path: `${here}/app/access-mode`,
  summary: 'Choose who may open a WebApp (Dify’s dialog)',
  body: z.object({
    appId: uuid,
    accessMode: z.enum(ACCESS_MODES),
    subjects: z
      .array(z.object({ subjectId: uuid, subjectType: z.enum(['group', 'account']) }))
      .max(1200)
      .default([]),
  }),
  output: z.object({ message: z.string() }),
  errors: [...manages, 'group_not_found', 'account_unknown', 'no_sso_connection'],
});

export const mayOpenWebApp = defineEndpoint({
  ...signedIn,
  method: 'GET',
  path: `${here}/permission`,
  summary: 'Whether I may open a WebApp (Dify’s console)',
  query: byApp,
  output: z.object({ result: z.boolean() }),
  errors: [...refusals, 'webapp_not_found'],
});
