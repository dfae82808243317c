import { z } from 'zod';
import { ADMIN_SCOPES } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { email, instant, nameOf, success, uuid } from '../fields.ts';
import { adminRefusals } from './administrator.ts';

/** Who administrates is decided by people, never by a key. */
const byPerson = { caller: 'administrator_session', envelope: 'problem' } as const;

export const listAdministrators = defineEndpoint({
  ...byPerson,
  method: 'GET',
  path: '/admin-api/v1/administrators',
  summary: 'System administrators',
  output: z.object({
    data: z.array(
      z.object({
        account_id: uuid,
        name: z.string(),
        email: z.string(),
        status: z.string(),
        /** By password or single sign-on, whatever the policy says. */
        has_way_in: z.boolean(),
        added_at: instant,
        last_sign_in_at: instant.nullable(),
      }),
    ),
  }),
  errors: adminRefusals,
});

export const addAdministrator = defineEndpoint({
  ...byPerson,
  method: 'POST',
  path: '/admin-api/v1/administrators',
  summary: 'Make an account a system administrator; it becomes a member of nothing by that',
  body: z.object({ email }),
  status: 201,
  output: success,
  errors: ['account_unknown', ...adminRefusals],
});

export const removeAdministrator = defineEndpoint({
  ...byPerson,
  method: 'DELETE',
  path: '/admin-api/v1/administrators/{account_id}',
  summary: 'Take an account off the list and end its sessions in the administration',
  params: z.object({ account_id: uuid }),
  output: success,
  errors: ['account_unknown', 'last_administrator', ...adminRefusals],
});

const apiKey = z.object({
  id: uuid,
  name: z.string(),
  /** The first characters, to recognise it by. */
  prefix: z.string(),
  scopes: z.array(z.enum(ADMIN_SCOPES)),
  created_by: z.string(),
  created_at: instant,
  expires_at: instant.nullable(),
  last_used_at: instant.nullable(),
});

export const listApiKeys = defineEndpoint({
  ...byPerson,
  method: 'GET',
  path: '/admin-api/v1/api-keys',
  summary: 'API keys of the administration',
  output: z.object({ data: z.array(apiKey) }),
  errors: adminRefusals,
});

export const createApiKey = defineEndpoint({
  ...byPerson,
  method: 'POST',
  path: '/admin-api/v1/api-keys',
  summary: 'Make an API key; the answer is the only place that shows it',
  description: 'Sent as `Authorization: Bearer lka_…`. It ends when its maker is no longer a system administrator.',
  body: z.object({
    name: nameOf(80),
    scopes: z.array(z.enum(ADMIN_SCOPES)).min(1),
    /** `null`: it does not expire. */
    expires_in_days: z.int().min(1).max(3650).nullable(),
  }),
  status: 201,
  output: apiKey.extend({ key: z.string() }),
  errors: adminRefusals,
});

export const revokeApiKey = defineEndpoint({
  ...byPerson,
  method: 'DELETE',
  path: '/admin-api/v1/api-keys/{api_key_id}',
  summary: 'Revoke an API key',
  params: z.object({ api_key_id: uuid }),
  output: success,
  errors: ['not_found', ...adminRefusals],
});
