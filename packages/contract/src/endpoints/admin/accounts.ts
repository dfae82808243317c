import { z } from 'zod';
import { ACCOUNT_STATUSES, ROLES } from '../../vocabulary/index.ts';
import { defineEndpoint } from '../endpoint.ts';
import { email, instant, language, nameOf, success, uuid } from '../fields.ts';
import { pageOf, pageQuery } from '../page-of.ts';
import { administration, adminRefusals } from './administrator.ts';

const read = { ...administration, scope: 'members:read' } as const;
const write = { ...administration, scope: 'members:write' } as const;
const one = z.object({ account_id: uuid });

const account = z.object({
  id: uuid,
  email: z.string(),
  name: z.string(),
  status: z.enum(ACCOUNT_STATUSES),
  workspace_count: z.int(),
  last_sign_in_at: instant.nullable(),
  created_at: instant,
});

const filters = z.object({
  /** Part of the name or the address. */
  q: z.string().max(254).default(''),
  status: z.enum(ACCOUNT_STATUSES).optional(),
  workspace_id: uuid.optional(),
  /** `waiting`: active, without a workspace. */
  without_workspace: z.stringbool().optional(),
});

const listing = filters.extend({
  sort: z.enum(['name', 'email', 'created_at', 'last_sign_in_at']).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  ...pageQuery.shape,
});

export const listAccounts = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/accounts',
  summary: 'Members: every account of the instance',
  query: listing,
  output: pageOf(account),
  errors: adminRefusals,
});

export const exportAccounts = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/accounts.csv',
  summary: 'The same list as a CSV file',
  description: 'All of it, in the order in which the accounts were created.',
  query: filters,
  output: z.string(),
  contentType: 'text/csv',
  errors: adminRefusals,
});

export const createAccount = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/accounts',
  summary: 'Create an account with a one-time password',
  description: 'The password is shown in this answer and nowhere else; it must be changed at the first sign-in.',
  body: z.object({
    email,
    name: nameOf(80),
    language: language.optional(),
    workspace_id: uuid.optional(),
    role: z.enum(ROLES).exclude(['owner']).optional(),
  }),
  status: 201,
  output: z.object({ id: uuid, one_time_password: z.string() }),
  errors: ['email_already_in_use', 'workspace_not_found', ...adminRefusals],
});

export const getAccount = defineEndpoint({
  ...read,
  method: 'GET',
  path: '/admin-api/v1/accounts/{account_id}',
  summary: 'One account: its workspaces, ways in, sessions and locks',
  params: one,
  output: account.extend({
    language: z.string(),
    timezone: z.string(),
    last_sign_in_ip: z.string().nullable(),
    is_system_administrator: z.boolean(),
    has_password: z.boolean(),
    must_change_password: z.boolean(),
    workspaces: z.array(
      z.object({ id: uuid, name: z.string(), status: z.string(), role: z.enum(ROLES), joined_at: instant }),
    ),
    sessions: z.array(
      z.object({
        id: uuid,
        kind: z.enum(['browser', 'terminal']),
        label: z.string(),
        ip: z.string(),
        created_at: instant,
        last_used_at: instant.nullable(),
      }),
    ),
    /** Networks from which too many wrong passwords or codes came, and until when they are refused. */
    locks: z.array(z.object({ network: z.string(), until: instant })),
  }),
  errors: ['account_unknown', ...adminRefusals],
});

export const changeAccount = defineEndpoint({
  ...write,
  method: 'PATCH',
  path: '/admin-api/v1/accounts/{account_id}',
  summary: 'Change an account’s name',
  params: one,
  body: z.object({ name: nameOf(80) }),
  output: success,
  errors: ['account_unknown', ...adminRefusals],
});

export const banAccount = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/accounts/{account_id}/ban',
  summary: 'Ban: refuse this account from the next request on',
  description: 'What it has open in WebApps is closed within a second.',
  params: one,
  output: success.extend({ sessions_ended: z.int() }),
  errors: ['account_unknown', 'last_administrator', 'wrong_account_status', ...adminRefusals],
});

export const unbanAccount = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/accounts/{account_id}/unban',
  summary: 'Lift a ban',
  params: one,
  output: success,
  errors: ['account_unknown', 'wrong_account_status', ...adminRefusals],
});

/** Who gets the workspaces that the account owns alone: named, or deleted with it when nobody else is in them. */
const heirs = z.object({
  heirs: z
    .array(z.object({ workspace_id: uuid, account_id: uuid }))
    .max(1000)
    .default([]),
});

export const closeAccount = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/accounts/{account_id}/close',
  summary: 'Close: the account stays known, and nobody signs in with it again',
  description:
    'Each workspace that the account owns goes to a named heir, else to its longest-standing admin, editor or member; a workspace with nobody else in it is archived.',
  params: one,
  body: heirs,
  output: success,
  errors: ['account_unknown', 'last_administrator', 'member_not_in_tenant', 'wrong_account_status', ...adminRefusals],
});

export const deleteAccount = defineEndpoint({
  ...write,
  method: 'DELETE',
  path: '/admin-api/v1/accounts/{account_id}',
  summary: 'Delete an account; what was written down about it stays in the audit log',
  description: 'Ownerships are handed over as in closing; a workspace with nobody else in it is deleted.',
  params: one,
  body: heirs,
  output: success,
  errors: ['account_unknown', 'last_administrator', 'member_not_in_tenant', ...adminRefusals],
});

export const resetAccountPassword = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/accounts/{account_id}/password-reset',
  summary: 'Start a password reset',
  description:
    '`link` sends a letter with a link that works once, for 24 hours; without a mail server the letter waits in the outbox. `one_time_password` answers a generated password, shown once, that must be changed at the next sign-in; it ends every session and lifts the lock.',
  params: one,
  body: z.object({ kind: z.enum(['link', 'one_time_password']) }),
  output: z.object({ one_time_password: z.string().nullable() }),
  errors: ['account_unknown', 'wrong_account_status', ...adminRefusals],
});

export const liftAccountLock = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/accounts/{account_id}/lift-lock',
  summary: 'Forget the wrong passwords and codes of an account',
  params: one,
  output: success,
  errors: ['account_unknown', ...adminRefusals],
});

export const endAccountSessions = defineEndpoint({
  ...write,
  method: 'DELETE',
  path: '/admin-api/v1/accounts/{account_id}/sessions',
  summary: 'End every session of an account',
  params: one,
  output: z.object({ ended: z.int() }),
  errors: ['account_unknown', ...adminRefusals],
});

export const endEverybodysSessions = defineEndpoint({
  ...write,
  method: 'DELETE',
  path: '/admin-api/v1/sessions',
  summary: 'End every session of everybody',
  description:
    'In browsers, terminals, WebApps and the administration, but the session in which it is asked. Everybody signs in anew; passwords and API keys stay.',
  output: z.object({ browsers: z.int(), terminals: z.int() }),
  errors: adminRefusals,
});

export const changeAccounts = defineEndpoint({
  ...write,
  method: 'POST',
  path: '/admin-api/v1/accounts/bulk',
  summary: 'Ban, unban or sign out many accounts',
  description: 'Each account is decided by itself; `refused` names those that were left as they were, and why.',
  body: z.object({
    action: z.enum(['ban', 'unban', 'end_sessions', 'lift_lock']),
    account_ids: z.array(uuid).min(1).max(1000),
  }),
  output: z.object({
    changed: z.int(),
    refused: z.array(z.object({ account_id: uuid, code: z.string(), message: z.string() })),
  }),
  errors: adminRefusals,
});
